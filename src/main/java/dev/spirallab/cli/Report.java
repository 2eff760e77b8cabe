package dev.spirallab.cli;

import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.EndReason;
import dev.spirallab.run.Position;
import dev.spirallab.run.Sweep;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Map;
import java.util.Optional;

/** Tells how a training goes. */
interface Report {

    void problem(Problem problem);

    /** It can be trained; tells its shapes and what it costs. */
    void sound(Valid valid);

    void begin(Experiment experiment, DeviceInfo device);

    void epoch(Position at, Evaluation evaluation);

    void end(End end);

    /**
     * How a variant of a sweep has done.
     *
     * @param settings in which it differs from the others
     * @param variant was looked at once at least
     */
    void variant(Map<String, String> settings, Sweep.Variant variant);

    /**
     * How it ended.
     *
     * @param assessment of the test part
     * @param device id of the device
     * @param weights the parameters per node, if asked for
     */
    record End(
            EndReason reason,
            Position at,
            Evaluation evaluation,
            Assessment assessment,
            double seconds,
            String device,
            Optional<Map<String, Weights>> weights) {}
}

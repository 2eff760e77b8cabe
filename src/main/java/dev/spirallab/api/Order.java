package dev.spirallab.api;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Tuning;
import dev.spirallab.run.Command;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Tag;
import dev.spirallab.spec.training.Regularization;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A {@link Command} as programs write it: {@code {"command": "pace", "stepsPerSecond": 400}}. */
@Tag("command")
public sealed interface Order extends Body {

    @Kind("play")
    record Play() implements Order {}

    @Kind("pause")
    record Pause() implements Order {}

    @Kind("step")
    record Step() implements Order {}

    @Kind("stepEpoch")
    record StepEpoch() implements Order {}

    @Kind("reset")
    record Reset() implements Order {}

    @Kind("reseed")
    record Reseed(@Range(min = -Range.EXACT, max = Range.EXACT) long seed) implements Order {}

    @Kind("stop")
    record Stop() implements Order {}

    @Kind("pace")
    record Pace(@Range(min = 0, max = 1e9) double stepsPerSecond) implements Order {}

    @Kind("tune")
    record Tune(
            @Range(min = 0, max = 1000) Optional<Double> learningRate,
            @Range(min = 0, max = 1_000_000) Optional<Integer> batchSize,
            Optional<Regularization> regularization,
            @Range(min = 0, max = 10) Optional<Double> weightDecay)
            implements Order {

        Tuning tuning() {
            return new Tuning(
                    learningRate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    batchSize.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    regularization,
                    weightDecay.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        }
    }

    /**
     * @param name of the parameter, such as {@code weight}
     * @param index its place in the parameter, row-major
     */
    @Kind("setWeight")
    record SetWeight(
            String node,
            String name,
            @Range(min = 0, max = Integer.MAX_VALUE) int index,
            @Range(min = -Edit.MOST, max = Edit.MOST) double value)
            implements Order {

        Edit edit() {
            return new Edit(node, name, index, (float) value);
        }
    }

    /** What a run is asked. */
    default Command command() {
        return switch (this) {
            case Play() -> new Command.Play();
            case Pause() -> new Command.Pause();
            case Step() -> new Command.StepOnce();
            case StepEpoch() -> new Command.StepEpoch();
            case Reset() -> new Command.Reset();
            case Reseed(long seed) -> new Command.Reseed(seed);
            case Stop() -> new Command.Stop();
            case Pace(double stepsPerSecond) -> new Command.Pace(stepsPerSecond);
            case Tune tune -> new Command.Tune(tune.tuning());
            case SetWeight set -> new Command.SetWeight(set.edit());
        };
    }
}

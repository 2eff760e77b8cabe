package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import java.util.List;
import java.util.Optional;

/** A sweep over three seeds: one variant reached its target, one diverged, one was never seen. */
public final class SomeSweeps {
    static final List<List<NodeTensor>> LEARNT =
            List.of(
                    List.of(
                            new NodeTensor("隐", "weight", List.of(2, 1), new float[] {1.5f, -2}),
                            new NodeTensor("out", "bias", List.of(), new float[] {Float.NaN})),
                    List.of(),
                    List.of());

    static final Standing STANDING =
            new Standing(
                    State.DONE,
                    0.75,
                    List.of(
                            new Variant(
                                    List.of(point(0, 1.25), point(40, Double.NaN)),
                                    Optional.of(boundary()),
                                    EndReason.TARGET),
                            new Variant(
                                    List.of(point(7, 0.5)), Optional.empty(), EndReason.DIVERGED),
                            new Variant(List.of(), Optional.empty(), EndReason.NONE)),
                    Optional.empty());

    private SomeSweeps() {}

    public static SweepShelf.Kept kept(Experiment base) {
        return new SweepShelf.Kept(
                SweepId.random(),
                new SweepSpec(base, List.of(new Axis.Seed(List.of(1L, 2L, 3L)))),
                State.DONE,
                3,
                SweepResults.of(STANDING, LEARNT));
    }

    private static Point point(long step, double loss) {
        return new Point(
                step,
                (double) step / 40,
                new Evaluation(new Score(loss, 0.5), new Score(loss + 1, Double.NaN)));
    }

    private static Frame.Boundary boundary() {
        return new Frame.Boundary(
                new Moment(0, 3, 120),
                TaskKind.CLASSES,
                2,
                2,
                1,
                new Extent(-1, 1, -2, 2),
                0,
                1,
                new byte[] {1, 2, -3, 4});
    }
}

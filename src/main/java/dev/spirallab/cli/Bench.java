package dev.spirallab.cli;

import dev.spirallab.cli.BenchReport.Note;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Ensemble;
import dev.spirallab.engine.StockTrainer;
import dev.spirallab.engine.Together;
import dev.spirallab.engine.Training;
import dev.spirallab.frame.FrameCodec;
import dev.spirallab.frame.Moment;
import dev.spirallab.run.Drawing;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Measures what the engine does by itself; the rivals of a case take turns in one process. */
final class Bench {
    private static final int TURNS = 9;
    private static final long NANOS_A_TURN = 150_000_000;

    /** Longest call while measuring, as when runs share a core. */
    private static final long NANOS_A_CALL = 10_000_000;

    private static final int GRID = 100;

    private static final int VARIANTS = 32;

    private final Engine engine;
    private final BenchReport report;

    Bench(Engine engine, BenchReport report) {
        this.engine = engine;
        this.report = report;
    }

    /** Steps a second of the engine and of DJL's stock Trainer. */
    void rivals(List<BenchCase> cases) {
        cases.forEach(this::rivals);
    }

    private void rivals(BenchCase one) {
        try (Training program = engine.open(one.valid(), one.dataset());
                StockTrainer trainer = new StockTrainer(one.valid(), one.dataset())) {
            Pace ours = new Pace(steps -> trainExactly(program, steps));
            Pace theirs = new Pace(trainer::train);
            for (int turn = 0; turn < TURNS; turn++) {
                ours.measure(NANOS_A_TURN);
                theirs.measure(NANOS_A_TURN);
            }
            double ratio = ours.samples.median() / theirs.samples.median();
            report.row(
                    one.name(),
                    "program",
                    ours.samples,
                    new Note("cli.bench.ratio", Map.of("ratio", ratio)));
            report.row(one.name(), "djlTrainer", theirs.samples, Note.NONE);
        }
    }

    /** Steps a second of many learning rates at once, and of one run. */
    void together(BenchCase one) {
        List<Valid> variants =
                IntStream.range(0, VARIANTS).mapToObj(i -> one.withRate(0.001 * (i + 1))).toList();
        Together.Group group = Together.groups(variants).getFirst();
        try (Training alone = engine.open(one.valid(), one.dataset());
                Ensemble ensemble = engine.openTogether(group, one.dataset())) {
            Pace single = new Pace(steps -> trainExactly(alone, steps));
            Pace many = new Pace(steps -> trainExactly(ensemble, steps));
            for (int turn = 0; turn < TURNS; turn++) {
                single.measure(NANOS_A_TURN);
                many.measure(NANOS_A_TURN);
            }
            double ratio = single.samples.median() / many.samples.median();
            report.row(
                    VARIANTS + " learning rates at once of " + one.name(),
                    "program",
                    many.samples,
                    new Note("cli.bench.together", Map.of("timesOneRun", ratio)));
        }
    }

    private static void trainExactly(Ensemble ensemble, int steps) {
        int done = 0;
        while (done < steps) {
            done += ensemble.train(steps - done).steps();
        }
    }

    private static void trainExactly(Training training, int steps) {
        int done = 0;
        while (done < steps) {
            done += training.train(steps - done).steps();
        }
    }

    /** How fast something makes steps. */
    private static final class Pace {
        private final IntConsumer stepper;
        private final Samples samples = new Samples();
        private int stepsACall = 1;

        private Pace(IntConsumer stepper) {
            this.stepper = stepper;
            for (int i = 0; i < 30; i++) {
                call();
            }
        }

        /** Makes calls as long as they may be. */
        private void call() {
            long begin = System.nanoTime();
            stepper.accept(stepsACall);
            long nanos = Math.max(1, System.nanoTime() - begin);
            long fitting = stepsACall * NANOS_A_CALL / nanos;
            stepsACall = (int) Math.clamp(fitting, 1, 2L * stepsACall);
        }

        private void measure(long nanos) {
            long begin = System.nanoTime();
            long steps = 0;
            while (System.nanoTime() - begin < nanos) {
                steps += stepsACall;
                call();
            }
            samples.add(steps * 1e9 / (System.nanoTime() - begin));
        }
    }

    /** Time and bytes of one boundary: the model's answers on a grid, drawn and encoded. */
    void boundary(BenchCase one) {
        Drawing drawing = new Drawing(one.dataset(), one.dataset().plane().orElseThrow());
        Samples milliseconds = new Samples();
        int bytes = 0;
        try (Training training = engine.open(one.valid(), one.dataset())) {
            for (int i = 0; i < 60; i++) {
                long begin = System.nanoTime();
                bytes = draw(drawing, training::scores);
                if (i >= 10) {
                    milliseconds.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        report.row(
                "boundary %1$dx%1$d of 2-100-3, computed and encoded".formatted(GRID),
                "program",
                new Note(
                        "cli.bench.boundary",
                        Map.of("milliseconds", milliseconds.median(), "bytes", (double) bytes)));
    }

    private static int draw(Drawing drawing, Function<Matrix, float[]> scores) {
        return FrameCodec.encode(drawing.boundary(GRID, new Moment(0, 0, 0), scores)).length;
    }
}

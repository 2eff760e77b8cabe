package dev.spirallab.cli;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Training;
import dev.spirallab.run.Assessor;
import dev.spirallab.run.PointPlan;
import dev.spirallab.run.Position;
import dev.spirallab.run.Problems;
import dev.spirallab.run.RunLoop;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trains one experiment as fast as it can and reports it; Ctrl+C stops it in good order. */
final class Trainee {
    private static final int STEPS_BEFORE_LOOKING_UP = 1000;

    private final Engine engine;
    private final Valid valid;
    private final Dataset examples;
    private final List<NodeTensor> start;
    private final Report report;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private List<NodeTensor> tensors = List.of();

    /**
     * @param start values to begin with; none for those that are drawn
     */
    Trainee(Engine engine, Valid valid, Dataset examples, List<NodeTensor> start, Report report) {
        this.engine = engine;
        this.valid = valid;
        this.examples = examples;
        this.start = start;
        this.report = report;
    }

    /**
     * @return the step at which it diverged, if it did
     */
    OptionalLong trainToTheEnd(boolean weights) {
        Thread hook = Thread.ofPlatform().unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return train(weights);
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the machine is on its way down already, and the hook has been of use
        }
    }

    private void stop() {
        stopping.set(true);
        try {
            boolean inTime = ended.await(5, TimeUnit.SECONDS);
            if (!inTime) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private OptionalLong train(boolean weights) {
        long begin = System.nanoTime();
        var training = valid.experiment().training();
        try (RunLoop loop = new RunLoop(this::open, training, PointPlan.EVERY_EPOCH)) {
            double rate = loop.position().learningRate();
            while (!loop.ended()) {
                rate = loop.position().learningRate();
                advance(loop);
            }
            tellDivergence(loop, rate);
            tensors = loop.tensors();
            report.end(end(loop, (System.nanoTime() - begin) / 1e9, weights));
            return loop.divergedAt();
        }
    }

    private Training open() {
        Training training = engine.open(valid, examples);
        if (!start.isEmpty()) {
            training.begin(start);
        }
        return training;
    }

    /** Those of the model after it was trained. */
    List<NodeTensor> tensors() {
        return tensors;
    }

    private void advance(RunLoop loop) {
        if (stopping.get()) {
            loop.stop();
            return;
        }
        long before = loop.points().getLast().step();
        loop.advance(STEPS_BEFORE_LOOKING_UP);
        Position at = loop.position();
        if (loop.points().getLast().step() > before && at.stepInEpoch() == 0) {
            report.epoch(at, loop.evaluation());
        }
    }

    private void tellDivergence(RunLoop loop, double rate) {
        loop.divergedAt().ifPresent(step -> report.problem(Problems.diverged(step, rate)));
    }

    private Report.End end(RunLoop loop, double seconds, boolean weights) {
        return new Report.End(
                loop.reason(),
                loop.position(),
                loop.evaluation(),
                Assessor.whole(examples).assess(loop::scores),
                seconds,
                engine.device().id(),
                weights ? Optional.of(loop.weights()) : Optional.empty());
    }
}

package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Training;
import dev.spirallab.program.Program;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens {@link FakeTraining}s and counts those that are open, and what they are asked. */
public final class FakeEngine implements Engine {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger drawn = new AtomicInteger();
    private final Queue<FakeTraining> trainings = new ConcurrentLinkedQueue<>();
    private final FakeTraining.Behaviour behaviour;

    public FakeEngine() {
        this(FakeTraining.Behaviour.LEARNS);
    }

    FakeEngine(FakeTraining.Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** How many pieces of boundaries were drawn. */
    public int drawn() {
        return drawn.get();
    }

    /** How many calls of steps are done that are not taken yet. */
    int portions() {
        return trainings.stream().mapToInt(FakeTraining::portions).sum();
    }

    @Override
    public DeviceInfo device() {
        return new DeviceInfo("cpu", "fake", 2, 2, Optional.empty());
    }

    @Override
    public Program program(Valid valid, Dataset dataset) {
        throw new UnsupportedOperationException("nobody reads it");
    }

    @Override
    public Training open(Valid valid, Dataset dataset) {
        open.incrementAndGet();
        opened.incrementAndGet();
        FakeTraining training =
                new FakeTraining(
                        valid.experiment().training(),
                        dataset.train().rows(),
                        behaviour,
                        drawn::incrementAndGet,
                        open::decrementAndGet);
        trainings.add(training);
        return training;
    }
}

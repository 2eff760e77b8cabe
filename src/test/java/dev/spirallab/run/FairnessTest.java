package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.engine.Training;
import dev.spirallab.program.Program;
import dev.spirallab.validation.ValidationResult.Valid;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Counts the processor time of the whole process, whatever thread it is spent on. */
class FairnessTest {
    private static final int SHALLOW = 1;

    /** Too deep for a usual stack. */
    private static final int DEEP = 40;

    private static final long ENOUGH = 3_000_000_000L;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<Integer, AtomicLong> used = new ConcurrentHashMap<>();

    @Test
    void aDeepNetAndAShallowOneGetTheSameTime() {
        RunSettings oneThread =
                SomeSettings.of(
                        9,
                        1000,
                        1,
                        Duration.ofMillis(10),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        100);
        try (RunRegistry runs = new RunRegistry(new Meter(Engines.on("cpu")), oneThread)) {
            play(runs, Experiments.chain(SHALLOW, 100));
            play(runs, Experiments.chain(DEEP, 20));
            await().atMost(Duration.ofMinutes(3)).until(() -> used(SHALLOW) + used(DEEP) > ENOUGH);
        }
        assertThat((double) used(DEEP) / used(SHALLOW)).isBetween(0.4, 2.5);
    }

    private static void play(Runs runs, Valid valid) {
        Admission admission = runs.start(valid, RunOptions.AT_FULL_SPEED);
        ((Admission.Admitted) admission).run().command(new Command.Play());
    }

    private long used(int layers) {
        return counter(layers).get();
    }

    private AtomicLong counter(int layers) {
        return used.computeIfAbsent(layers, _ -> new AtomicLong());
    }

    private static <T> T counted(AtomicLong used, Callable<T> work) {
        long begin = MACHINE.getProcessCpuTime();
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            used.addAndGet(MACHINE.getProcessCpuTime() - begin);
        }
    }

    private final class Meter implements Engine {
        private final Engine engine;

        private Meter(Engine engine) {
            this.engine = engine;
        }

        @Override
        public DeviceInfo device() {
            return engine.device();
        }

        @Override
        public Program program(Valid valid, Dataset dataset) {
            throw new UnsupportedOperationException("nobody reads it");
        }

        @Override
        public Training open(Valid valid, Dataset dataset) {
            AtomicLong counter = counter(valid.order().size() - 2);
            Training training = counted(counter, () -> engine.open(valid, dataset));
            return (Training)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Training.class},
                            (_, method, arguments) ->
                                    counted(counter, () -> call(training, method, arguments)));
        }

        private static Object call(Training training, Method method, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException {
            return method.invoke(training, arguments);
        }
    }
}

package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.spirallab.program.Program;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A program loaded into PyTorch, and the native memory that goes with it. Used by one thread at a
 * time.
 *
 * <p>Traps met here: an array made from a Java buffer shares its memory, so what stays is copied at
 * once; grad mode and the executor's mode belong to the thread, so they are set round every call.
 */
final class TorchModule implements AutoCloseable {
    /** Above this, compilation is left to a thread with a large stack. */
    private static final int STATEMENTS_FOR_ANY_STACK = 600;

    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final boolean deep;
    private final boolean autograd;
    private final List<IValue> kept = new ArrayList<>();

    TorchModule(Program program, Device device) {
        autograd = !program.generatedBackward();
        deep = program.statements() > STATEMENTS_FOR_ANY_STACK;
        manager = (PtNDManager) ai.djl.engine.Engine.getEngine("PyTorch").newBaseManager(device);
        try {
            block = stacked(() -> load(program));
        } catch (RuntimeException | Error failed) {
            manager.close();
            throw failed;
        }
    }

    private PtSymbolBlock load(Program program) throws IOException {
        return JniUtils.loadModule(
                manager, new ByteArrayInputStream(program.archive()), true, false);
    }

    /** A tensor on the device that stays until the module is closed. */
    Tensor keep(float[] values, long... shape) {
        PtNDArray shared =
                manager.create(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32);
        PtNDArray own = (PtNDArray) shared.duplicate();
        shared.close();
        IValue value = IValue.from(own);
        kept.add(value);
        return new Tensor(own, value);
    }

    /** A tensor that somebody else keeps on the device, at least until the module is closed. */
    Tensor lend(PtNDArray array) {
        IValue value = IValue.from(array);
        kept.add(value);
        return new Tensor(array, value);
    }

    /** A copy that a call may change. */
    Copy copy(Tensor original) {
        PtNDArray own = (PtNDArray) original.array().duplicate();
        return new Copy(own, IValue.from(own));
    }

    /** Runs a method; its arguments and its result are freed at once. */
    <T> T run(String method, Function<IValue, T> result, Argument... arguments) {
        return stacked(() -> runHere(method, result, arguments));
    }

    private <T> T runHere(String method, Function<IValue, T> result, Argument... arguments) {
        boolean gradMode = JniUtils.isGradMode();
        List<AutoCloseable> temporary = new ArrayList<>();
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
        try {
            IValue[] values =
                    Arrays.stream(arguments)
                            .map(argument -> argument.value(manager, temporary))
                            .toArray(IValue[]::new);
            try (IValue answer = call(method, values)) {
                return result.apply(answer);
            }
        } finally {
            temporary.forEach(TorchModule::close);
            JniUtils.setGradMode(gradMode);
        }
    }

    private IValue call(String method, IValue... values) {
        return autograd
                ? CallWithGradients.run(block, method, values)
                : IValueUtils.runMethod(block, method, values);
    }

    private <T> T stacked(Callable<T> work) {
        if (deep) {
            return LargeStack.call(work);
        }
        try {
            return work.call();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The numbers of a tensor. */
    float[] floats(IValue answer) {
        try (PtNDArray array = answer.toTensor(manager)) {
            return array.toFloatArray();
        }
    }

    /** A list of tensors, on the device; each is to be closed. */
    List<PtNDArray> tensors(IValue answer) {
        return List.of(answer.toTensorArray(manager));
    }

    /** The shapes of a list of tensors. */
    List<List<Integer>> shapes(IValue answer) {
        List<List<Integer>> shapes = new ArrayList<>();
        for (PtNDArray array : answer.toTensorArray(manager)) {
            shapes.add(shape(array));
            array.close();
        }
        return shapes;
    }

    /** A tensor, copied. */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    record Shaped(List<Integer> shape, float[] values) {}

    /** A list of tensors with their shapes. */
    List<Shaped> shaped(IValue answer) {
        List<Shaped> all = new ArrayList<>();
        for (PtNDArray array : answer.toTensorArray(manager)) {
            all.add(new Shaped(shape(array), array.toFloatArray()));
            array.close();
        }
        return all;
    }

    private static List<Integer> shape(PtNDArray array) {
        return Arrays.stream(array.getShape().getShape()).mapToObj(Math::toIntExact).toList();
    }

    /** The numbers of a list of tensors. */
    List<float[]> arrays(IValue answer) {
        List<float[]> arrays = new ArrayList<>();
        for (PtNDArray array : answer.toTensorArray(manager)) {
            arrays.add(array.toFloatArray());
            array.close();
        }
        return arrays;
    }

    @Override
    public void close() {
        try (manager) {
            kept.forEach(IValue::close);
            stacked(() -> {
                block.close();
                return true;
            });
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a method is given. */
    sealed interface Argument {

        /**
         * @param temporary takes what must be closed after the call
         */
        IValue value(PtNDManager manager, List<AutoCloseable> temporary);

        private static IValue freed(IValue value, List<AutoCloseable> temporary) {
            temporary.add(value);
            return value;
        }
    }

    /** A tensor that stays on the device. */
    record Tensor(PtNDArray array, IValue value) implements Argument {
        float[] floats() {
            return array.toFloatArray();
        }

        /** Overwrites its numbers. */
        void set(float[] values) {
            try (var changed = array.getManager().create(values, array.getShape())) {
                changed.copyTo(array);
            }
        }

        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return value;
        }
    }

    /** A tensor that stays until it is closed. */
    record Copy(PtNDArray array, IValue value) implements Argument, AutoCloseable {
        float[] floats() {
            return array.toFloatArray();
        }

        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return value;
        }

        @Override
        public void close() {
            value.close();
            array.close();
        }
    }

    /** Numbers for one call, as a tensor. */
    @SuppressWarnings("ArrayRecordComponent") // on their way to the device
    record Floats(float[] values, int from, long... shape) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            int count = Math.toIntExact(new Shape(shape).size());
            PtNDArray array =
                    manager.create(
                            FloatBuffer.wrap(values, from, count),
                            new Shape(shape),
                            DataType.FLOAT32);
            temporary.add(array);
            return Argument.freed(IValue.from(array), temporary);
        }
    }

    /** Indices for one call, as a tensor. */
    @SuppressWarnings("ArrayRecordComponent") // on their way to the device
    record Indices(long[] values, long... shape) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            PtNDArray array =
                    manager.create(LongBuffer.wrap(values), new Shape(shape), DataType.INT64);
            temporary.add(array);
            return Argument.freed(IValue.from(array), temporary);
        }
    }

    /**
     * {@code List[Tensor]}
     *
     * @param arrays that stay on the device
     */
    record Tensors(List<PtNDArray> arrays) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return Argument.freed(IValue.listFrom(arrays.toArray(PtNDArray[]::new)), temporary);
        }
    }

    /** {@code List[int]} */
    @SuppressWarnings("ArrayRecordComponent") // on their way to the device
    record Integers(long... values) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return Argument.freed(IValue.listFrom(values), temporary);
        }
    }

    /** {@code List[float]} */
    @SuppressWarnings("ArrayRecordComponent") // on their way to the device
    record Numbers(double... values) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return Argument.freed(IValue.listFrom(values), temporary);
        }
    }

    /** {@code int} */
    record Whole(long value) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return Argument.freed(IValue.from(value), temporary);
        }
    }

    /** {@code float} */
    record Real(double value) implements Argument {
        @Override
        public IValue value(PtNDManager manager, List<AutoCloseable> temporary) {
            return Argument.freed(IValue.from(value), temporary);
        }
    }
}

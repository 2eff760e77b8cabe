package dev.spirallab.engine;

import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Calls a method of a module so that autograd may work in it. DJL's own {@code
 * IValueUtils.runMethod} forbids that (inference mode), and its {@code forward}, which may allow
 * it, passes tensors only; so this goes through a door that DJL keeps to itself.
 */
final class CallWithGradients {
    private static final MethodHandle RUN;
    private static final MethodHandle RESULT;

    static {
        try {
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(IValue.class, MethodHandles.lookup());
            Class<?> library = inside.findClass("ai.djl.pytorch.jni.PyTorchLibrary");
            Object instance = inside.findStaticGetter(library, "LIB", library).invoke();
            MethodType run =
                    MethodType.methodType(
                            long.class,
                            long.class,
                            String.class,
                            long[].class,
                            boolean.class,
                            boolean.class);
            RUN = inside.findVirtual(library, "moduleRunMethod", run).bindTo(instance);
            RESULT =
                    inside.findConstructor(
                            IValue.class, MethodType.methodType(void.class, long.class));
        } catch (Throwable otherVersion) {
            throw new ExceptionInInitializerError(otherVersion);
        }
    }

    private CallWithGradients() {}

    static IValue run(PtSymbolBlock block, String method, IValue... arguments) {
        long[] handles = Arrays.stream(arguments).mapToLong(IValue::getHandle).toArray();
        try {
            long module = block.getHandle();
            long result = (long) RUN.invokeExact(module, method, handles, true, false);
            return (IValue) RESULT.invokeExact(result);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

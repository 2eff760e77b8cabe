package dev.spirallab.engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Tells the C library to keep memory that is freed. Each step allocates and frees its intermediate
 * results; by default glibc gives what is free at the end of its heap back to the system as soon as
 * that is some hundred kilobytes, and the next step takes it anew, page by page, which can cost
 * more than the step itself.
 */
final class NativeHeap {
    // malloc.h
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;

    private static final int KEPT = 16 << 20;
    private static final int TAKEN_AT_ONCE = 1 << 20;

    /** The most that glibc takes: the examples of one call of the program may be some megabytes. */
    private static final int ALWAYS_GIVEN_BACK = 32 << 20;

    private NativeHeap() {}

    /** Does nothing where the C library is another one. */
    static void keepFreed() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("mallopt").ifPresent(symbol -> set(handle(linker, symbol)));
    }

    @SuppressWarnings("restricted") // like all of PyTorch
    private static MethodHandle handle(Linker linker, MemorySegment symbol) {
        ValueLayout.OfInt number = ValueLayout.JAVA_INT;
        return linker.downcallHandle(symbol, FunctionDescriptor.of(number, number, number));
    }

    private static void set(MethodHandle mallopt) {
        try {
            var _ = (int) mallopt.invokeExact(M_MMAP_THRESHOLD, ALWAYS_GIVEN_BACK);
            var _ = (int) mallopt.invokeExact(M_TRIM_THRESHOLD, KEPT);
            var _ = (int) mallopt.invokeExact(M_TOP_PAD, TAKEN_AT_ONCE);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

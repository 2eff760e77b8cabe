package dev.spirallab.engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the C library what to do with memory that is freed. Each step allocates and frees its
 * intermediate results; by default glibc gives what is free at the end of its heap back to the
 * system as soon as that is some hundred kilobytes, and the next step takes it anew, page by page,
 * which can cost more than the step itself. So it keeps such memory, but for what closed models
 * leave: that lies free in the middle of its heaps, where nothing else would give it back.
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

    /** To look for free pages takes some milliseconds, which is too long for a small model. */
    private static final long WORTH_LOOKING_FOR = 64 << 20;

    private static final AtomicLong LEFT_BEHIND = new AtomicLong();

    private NativeHeap() {}

    /** Does nothing where the C library is another one. */
    static void keepFreed() {
        ValueLayout.OfInt number = ValueLayout.JAVA_INT;
        function("mallopt", FunctionDescriptor.of(number, number, number))
                .ifPresent(NativeHeap::set);
    }

    /**
     * Gives free memory back to the system when models have left enough of it; does nothing where
     * the C library is another one.
     *
     * @param bytes that a model which is closed now had, about
     */
    static void closed(long bytes) {
        if (LEFT_BEHIND.addAndGet(bytes) >= WORTH_LOOKING_FOR) {
            LEFT_BEHIND.set(0);
            function(
                            "malloc_trim",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG))
                    .ifPresent(NativeHeap::trim);
        }
    }

    @SuppressWarnings("restricted") // like all of PyTorch
    private static Optional<MethodHandle> function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(at -> linker.downcallHandle(at, type));
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

    private static void trim(MethodHandle mallocTrim) {
        try {
            var _ = (int) mallocTrim.invokeExact((long) KEPT);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

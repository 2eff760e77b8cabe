package dev.spirallab.validation;

/** Arithmetic on counts that stays at {@link Long#MAX_VALUE} instead of overflowing. */
final class Count {
    private Count() {}

    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}

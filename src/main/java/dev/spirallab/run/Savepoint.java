package dev.spirallab.run;

/**
 * What a run goes on from, apart from the points of its curves: parameters, optimiser state,
 * position and what it waits for. Opaque bytes, with their version; a run restored from it goes on
 * bit for bit as the one it was taken from.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Savepoint(byte[] bytes) {
    /** Of runs with larger ones only the curves are kept. */
    private static final long LARGEST = 32 << 20;

    /** Each with its optimiser's two moments, in four bytes. */
    private static final int BYTES_PER_PARAMETER = 12;

    /** Whether runs of models with so many parameters are kept with one. */
    public static boolean isKeptOf(long parameters) {
        return parameters <= LARGEST / BYTES_PER_PARAMETER;
    }
}

package dev.spirallab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in pieces small enough for every database. */
final class Pieces {
    private static final int BYTES = 256 << 10;

    private Pieces() {}

    static List<byte[]> of(byte... bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += BYTES) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BYTES)));
        }
        return pieces;
    }
}

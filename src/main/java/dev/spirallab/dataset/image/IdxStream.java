package dev.spirallab.dataset.image;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of bytes in several dimensions, as MNIST has them: 0, 0, 8, how many dimensions, each as a
 * big-endian number of four bytes, then the bytes, the last dimension running fastest. Packed by
 * gzip it is unpacked as far as it is read, never further.
 */
final class IdxStream implements AutoCloseable {
    private static final int BYTES = 8;
    private static final int MOST_DIMENSIONS = 4;

    private final String name;
    private final DataInputStream in;
    private final List<Integer> dimensions;

    /**
     * Reads its head.
     *
     * @throws UnreadableException if it is not of this format
     */
    @SuppressWarnings("NullAway.Init")
    IdxStream(String name, byte... file) {
        this.name = name;
        boolean packed = file.length > 2 && (file[0] & 0xFF) == 0x1F && (file[1] & 0xFF) == 0x8B;
        InputStream plain = new ByteArrayInputStream(file);
        try {
            in =
                    new DataInputStream(
                            packed
                                    ? new BufferedInputStream(new GZIPInputStream(plain, 1 << 16))
                                    : plain);
            if (in.readUnsignedShort() != 0 || in.readUnsignedByte() != BYTES) {
                throw unreadable(ImageProblems.notIdx(name));
            }
            int count = in.readUnsignedByte();
            if (count < 1 || count > MOST_DIMENSIONS) {
                throw unreadable(ImageProblems.notIdx(name));
            }
            dimensions = read(count);
        } catch (IOException broken) {
            throw unreadable(ImageProblems.notIdx(name));
        }
    }

    private List<Integer> read(int count) throws IOException {
        int[] each = new int[count];
        for (int i = 0; i < count; i++) {
            each[i] = in.readInt();
        }
        if (IntStream.of(each).anyMatch(one -> one < 0)) {
            throw unreadable(ImageProblems.notIdx(name));
        }
        return IntStream.of(each).boxed().toList();
    }

    private static UnreadableException unreadable(Problem problem) {
        return new UnreadableException(problem);
    }

    List<Integer> dimensions() {
        return dimensions;
    }

    /**
     * @throws UnreadableException if its dimensions are others
     */
    IdxStream require(Integer... wanted) {
        if (!dimensions.equals(List.of(wanted))) {
            throw unreadable(
                    ImageProblems.dimensions(name, text(dimensions), text(List.of(wanted))));
        }
        return this;
    }

    private static String text(List<Integer> dimensions) {
        Stream<String> each = dimensions.stream().map(String::valueOf);
        return String.join(" × ", each.toList());
    }

    /** The next bytes. */
    void read(byte... into) {
        try {
            in.readFully(into);
        } catch (EOFException ends) {
            throw unreadable(ImageProblems.length(name, false));
        } catch (IOException broken) {
            throw unreadable(ImageProblems.packing(name));
        }
    }

    /**
     * @throws UnreadableException if there is more, or the packing is broken
     */
    void requireEnd() {
        try {
            if (in.read() >= 0) {
                throw unreadable(ImageProblems.length(name, true));
            }
        } catch (IOException broken) {
            throw unreadable(ImageProblems.packing(name));
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException broken) {
            throw unreadable(ImageProblems.packing(name));
        }
    }
}

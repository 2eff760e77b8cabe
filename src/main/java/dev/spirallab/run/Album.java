package dev.spirallab.run;

import dev.spirallab.engine.Learnt;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Moments of a run's attempt that are kept with it, evenly over all of it. Big-endian: version,
 * CRC-32 of what follows, how many moments, then each: its components in order, the counts of its
 * parameters and statistics before both.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Album(byte[] bytes) {
    /** Of one run. */
    static final int BYTES = 2 << 20;

    /** Fewer would be no history: of larger models none are kept. */
    static final int LEAST = 8;

    private static final int VERSION = 1;
    private static final int HEAD = 3 * Integer.BYTES;
    private static final int CHECKED_FROM = 2 * Integer.BYTES;

    /** Beside its numbers: in the moment, its place, its figures, the counts. */
    private static final int HEAD_OF_EACH = Moment.BYTES + MetricPoint.BYTES + 3 * Integer.BYTES;

    /** As many as fit; none where too few would, or where there are none. */
    static Optional<Album> of(List<Milestone> milestones) {
        if (milestones.isEmpty() || BYTES / milestones.getFirst().bytes() < LEAST) {
            return Optional.empty();
        }
        List<Milestone> some = milestones;
        while (HEAD + bytes(some) > BYTES) {
            some = every(2, some);
        }
        return Optional.of(new Album(write(some)));
    }

    private static long bytes(List<Milestone> milestones) {
        return milestones.stream().mapToLong(Milestone::bytes).sum();
    }

    private static <T> List<T> every(int stride, List<T> all) {
        return IntStream.iterate(0, i -> i < all.size(), i -> i + stride)
                .mapToObj(all::get)
                .toList();
    }

    private static byte[] write(List<Milestone> milestones) {
        int size =
                milestones.stream()
                        .mapToInt(each -> HEAD_OF_EACH + (int) each.learnt().bytes())
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(HEAD + size);
        out.putInt(VERSION).putInt(0).putInt(milestones.size());
        milestones.forEach(each -> write(each, out));
        out.putInt(Integer.BYTES, sum(out.array()));
        return out.array();
    }

    private static int sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
        return (int) sum.getValue();
    }

    private static void write(Milestone milestone, ByteBuffer out) {
        Learnt learnt = milestone.learnt();
        milestone.at().write(out);
        out.putInt(milestone.point());
        milestone.figures().write(out);
        out.putInt(learnt.parameters().length).putInt(learnt.statistics().length);
        write(learnt.parameters(), out);
        write(learnt.statistics(), out);
    }

    private static void write(float[] numbers, ByteBuffer out) {
        out.asFloatBuffer().put(numbers);
        out.position(out.position() + Float.BYTES * numbers.length);
    }

    /**
     * As many as there is room for, evenly; none where there is room for too few, where they are
     * damaged, or of another version.
     *
     * @param room takes so many bytes for all that is read, or says that there are not so many
     */
    List<Milestone> milestones(LongPredicate room) {
        if (!isSound()) {
            return List.of();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).position(CHECKED_FROM);
        List<Integer> places = places(in.getInt());
        for (int stride = 1; stride == 1 || places.size() / stride >= LEAST; stride *= 2) {
            List<Integer> some = every(stride, places);
            if (room.test(some.stream().mapToLong(place -> bytesAt(in, place)).sum())) {
                return some.stream().map(place -> read(in.position(place))).toList();
            }
        }
        return List.of();
    }

    private boolean isSound() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return bytes.length >= HEAD && in.getInt() == VERSION && in.getInt() == sum(bytes);
    }

    private List<Integer> places(int count) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Integer> places = new ArrayList<>();
        int place = HEAD;
        for (int i = 0; i < count; i++) {
            places.add(place);
            place += HEAD_OF_EACH + (int) numberBytes(in, place);
        }
        return places;
    }

    private static long bytesAt(ByteBuffer in, int place) {
        return Milestone.bytes(numberBytes(in, place));
    }

    private static long numberBytes(ByteBuffer in, int place) {
        int counts = place + HEAD_OF_EACH - 2 * Integer.BYTES;
        return (long) Float.BYTES * (in.getInt(counts) + in.getInt(counts + Integer.BYTES));
    }

    private static Milestone read(ByteBuffer in) {
        Moment at = Moment.read(in);
        int point = in.getInt();
        MetricPoint figures = MetricPoint.read(in);
        int parameters = in.getInt();
        int statistics = in.getInt();
        return new Milestone(
                at, point, figures, new Learnt(numbers(in, parameters), numbers(in, statistics)));
    }

    private static float[] numbers(ByteBuffer in, int count) {
        float[] numbers = new float[count];
        in.asFloatBuffer().get(numbers);
        in.position(in.position() + Float.BYTES * count);
        return numbers;
    }
}

package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Learnt;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlbumTest {

    private static List<Milestone> moments(int count, int parameters) {
        return IntStream.range(0, count).mapToObj(i -> moment(i, parameters)).toList();
    }

    private static Milestone moment(int number, int parameters) {
        float[] numbers = new float[parameters];
        Arrays.fill(numbers, number);
        return new Milestone(
                new Moment(2, number, 8L * number),
                number,
                new MetricPoint(8L * number, number, 1, Float.NaN, 0.5f, Float.NaN, 0.01f),
                new Learnt(numbers, new float[] {-number}));
    }

    private static List<Milestone> read(Album album) {
        return album.milestones(_ -> true);
    }

    @Test
    void momentsAreReadAsTheyWereWritten() {
        List<Milestone> all = moments(20, 70);
        assertThat(read(Album.of(all).orElseThrow()))
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(all);
    }

    @Test
    void ofManyLargeOnesThoseAreKeptThatFitEvenly() {
        Album album = Album.of(moments(100, 20_000)).orElseThrow();
        assertThat(album.bytes()).hasSizeLessThanOrEqualTo(Album.BYTES);
        assertThat(read(album))
                .extracting(Milestone::point)
                .containsExactly(
                        0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76,
                        80, 84, 88, 92, 96);
    }

    @Test
    void ofAModelOfWhichFewWouldFitNoneAreKept() {
        assertThat(Album.of(moments(100, 70_000))).isEmpty();
        assertThat(Album.of(moments(2, 70_000))).isEmpty();
        assertThat(Album.of(List.of())).isEmpty();
    }

    @Test
    void whereThereIsNoRoomForAllSomeAreReadAfterTheirMemoryIsTaken() {
        Album album = Album.of(moments(100, 100)).orElseThrow();
        long each = Milestone.bytes(101L * Float.BYTES);
        Attic attic = new Attic(30 * each);
        assertThat(album.milestones(attic::take))
                .extracting(Milestone::point)
                .hasSize(25)
                .startsWith(0, 4, 8);
        assertThat(attic.taken()).isEqualTo(25 * each);
        assertThat(album.milestones(attic::take)).isEmpty();
        assertThat(attic.taken()).isEqualTo(25 * each);
    }

    @Test
    void damagedBytesAreNoMoments() {
        byte[] whole = Album.of(moments(3, 5)).orElseThrow().bytes();
        for (int place = 0; place < whole.length; place++) {
            assertThat(read(new Album(Arrays.copyOf(whole, place)))).isEmpty();
            byte[] other = whole.clone();
            other[place] ^= 1;
            assertThat(read(new Album(other))).isEmpty();
        }
    }
}

package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Scaling;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(10L << 20);
    private final Room.Place one = room.place(Supplier::get);
    private final Room.Place other = room.place(Supplier::get);

    @Test
    void whatOneHoldsTheOtherCannotHave() {
        assertThat(one.take(megabytes(6))).isEmpty();
        assertThat(other.take(megabytes(5)))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("run.noMemory");
                    assertThat(problem.arguments())
                            .containsEntry("needed", "5")
                            .containsEntry("free", "4");
                });
        assertThat(other.take(megabytes(4))).isEmpty();
    }

    @Test
    void moreForOneIsLessForTheOther() {
        assertThat(one.take(megabytes(2))).isEmpty();
        assertThat(other.take(megabytes(2))).isEmpty();
        assertThat(one.take(megabytes(8))).isEmpty();
        assertThat(one.take(megabytes(9))).isPresent();
        assertThatThrownBy(() -> other.require(megabytes(3))).isInstanceOf(Room.Full.class);
        other.require(megabytes(2));
    }

    @Test
    void whoLeavesMakesRoomAndMayComeBack() {
        one.require(megabytes(10));
        one.leave();
        one.leave();
        other.require(megabytes(4));
        assertThat(one.take(megabytes(7))).isPresent();
        one.require(megabytes(6));
    }

    @Test
    void whoIsClosedHoldsNothingEverAfter() {
        one.require(megabytes(10));
        one.close();
        assertThat(one.take(new Room.Claim(1))).isPresent();
        other.require(megabytes(10));
    }

    private static Room.Claim megabytes(int own) {
        return new Room.Claim((long) own << 20);
    }

    private static Room.Claim withData(int own, int shared, long seed) {
        DatasetSpec data = new PhonePrices(100, 0, Scaling.none, seed, 0);
        return new Room.Claim((long) own << 20, Optional.of(data), (long) shared << 20);
    }

    @Test
    void dataThatTwoLearnFromCountsOnce() {
        assertThat(one.take(withData(2, 5, 7))).isEmpty();
        assertThat(other.take(withData(3, 5, 7))).isEmpty();
        one.leave();
        assertThat(one.take(withData(2, 5, 8))).isPresent();
        assertThat(one.take(withData(2, 5, 7))).isEmpty();
        one.leave();
        other.leave();
        assertThat(one.take(withData(5, 5, 8))).isEmpty();
    }

    @Test
    void whoStaysAloneWithItsDataStillHoldsIt() {
        one.require(withData(1, 6, 7));
        other.require(withData(1, 6, 7));
        one.close();
        Room.Place third = room.place(Supplier::get);
        assertThat(third.take(megabytes(4))).isPresent();
        assertThat(third.take(megabytes(3))).isEmpty();
    }
}

package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(10L << 20);
    private final Room.Place one = room.place(Supplier::get);
    private final Room.Place other = room.place(Supplier::get);

    @Test
    void whatOneHoldsTheOtherCannotHave() {
        assertThat(one.take(6L << 20)).isEmpty();
        assertThat(other.take(5L << 20))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("run.noMemory");
                    assertThat(problem.arguments())
                            .containsEntry("needed", "5")
                            .containsEntry("free", "4");
                });
        assertThat(other.take(4L << 20)).isEmpty();
    }

    @Test
    void moreForOneIsLessForTheOther() {
        assertThat(one.take(2L << 20)).isEmpty();
        assertThat(other.take(2L << 20)).isEmpty();
        assertThat(one.take(8L << 20)).isEmpty();
        assertThat(one.take(9L << 20)).isPresent();
        assertThatThrownBy(() -> other.require(3L << 20)).isInstanceOf(Room.Full.class);
        other.require(2L << 20);
    }

    @Test
    void whoLeavesMakesRoomAndMayComeBack() {
        one.require(10L << 20);
        one.leave();
        one.leave();
        other.require(4L << 20);
        assertThat(one.take(7L << 20)).isPresent();
        one.require(6L << 20);
    }

    @Test
    void whoIsClosedHoldsNothingEverAfter() {
        one.require(10L << 20);
        one.close();
        assertThat(one.take(1)).isPresent();
        other.require(10L << 20);
    }
}

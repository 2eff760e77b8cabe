package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Library;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSweepTest {
    private static final List<Integer> UNITS = List.of(4, 5, 6, 7);

    /** Each has a program of its own to be compiled, and others wait meanwhile. */
    @Test
    void variantsThatCannotBeTrainedAtOnceAreOpenedOneATurn() {
        FakeEngine engine = new FakeEngine();
        Validator validator = new Validator(Limits.standard());
        SweepSpec spec =
                new SweepSpec(Experiments.epochs(3).experiment(), List.of(new Axis.Units(UNITS)));
        try (Scheduler scheduler = new Scheduler(0);
                Keeper keeper = new Keeper(new NoShelf())) {
            Room room = new Room(1 << 30);
            Workshop workshop =
                    new Workshop(
                            engine,
                            validator,
                            Library.withoutFiles(),
                            scheduler,
                            room,
                            keeper,
                            new Attic(0),
                            RunSettings.standard());
            LiveSweep sweep =
                    new LiveSweep(
                            (SweepResult.Sound) validator.validate(spec),
                            Datasets.create(spec.base().dataset()),
                            workshop,
                            room.place(take -> take.get()),
                            OwnerId.random(),
                            (_, _) -> {});
            for (int turn = 1; turn <= UNITS.size(); turn++) {
                assertThat(scheduler.workOnce(() -> 1)).isTrue();
                assertThat(engine.opened.get()).isEqualTo(turn);
            }
            assertThat(sweep.standing().done()).isZero();
            assertThat(scheduler.workOnce(() -> 1)).isTrue();
            assertThat(sweep.standing().variants())
                    .anySatisfy(variant -> assertThat(variant.points()).isNotEmpty());
            sweep.close();
            while (scheduler.workOnce(() -> 1)) {
                assertThat(sweep.isClosed()).isTrue();
            }
            assertThat(engine.open.get()).isZero();
        }
    }
}

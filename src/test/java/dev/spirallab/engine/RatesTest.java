package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private static Rates rates(ScheduleSpec schedule) {
        return new Rates(schedule, Optional.empty(), 10);
    }

    @Test
    void constantStaysAsItIs() {
        assertThat(rates(new ScheduleSpec.Constant()).at(0.3, 1000, 5000)).isEqualTo(0.3);
    }

    @Test
    void stepFallsEverySoManyEpochs() {
        Rates rates = rates(new ScheduleSpec.Step(30, 0.1));
        assertThat(rates.at(1, 29, 0)).isEqualTo(1);
        assertThat(rates.at(1, 30, 0)).isCloseTo(0.1, CLOSE);
        assertThat(rates.at(1, 60, 0)).isCloseTo(0.01, CLOSE);
    }

    @Test
    void exponentialFallsEveryEpoch() {
        assertThat(rates(new ScheduleSpec.Exponential(0.9)).at(2, 2, 0)).isCloseTo(1.62, CLOSE);
    }

    @Test
    void cosineFallsToItsFloorAtThePlannedEnd() {
        Rates rates = rates(new ScheduleSpec.Cosine(Optional.empty(), 0.1));
        assertThat(rates.at(1, 0, 0)).isCloseTo(1, CLOSE);
        assertThat(rates.at(1, 5, 0)).isCloseTo(0.55, CLOSE);
        assertThat(rates.at(1, 10, 0)).isCloseTo(0.1, CLOSE);
    }

    @Test
    void cosineMayNameAnEndOfItsOwn() {
        Rates rates = rates(new ScheduleSpec.Cosine(Optional.of(4), 0));
        assertThat(rates.at(1, 2, 0)).isCloseTo(0.5, CLOSE);
    }

    @Test
    void warmUpRisesStepByStep() {
        Rates rates = new Rates(new ScheduleSpec.Constant(), Optional.of(new Warmup.Linear(4)), 10);
        assertThat(rates.at(1, 0, 0)).isEqualTo(0.25);
        assertThat(rates.at(1, 0, 3)).isEqualTo(1);
        assertThat(rates.at(1, 0, 400)).isEqualTo(1);
    }
}

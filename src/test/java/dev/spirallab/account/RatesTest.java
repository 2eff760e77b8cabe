package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.account.LimitSettings.RateSetting;
import dev.spirallab.owner.OwnerId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RatesTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void anOwnerMayDoSomethingSoOftenAndIsToldHowLongToWait() {
        Rates rates = rates(2, 10);
        Caller caller = new Caller(OwnerId.random(), "10.0.0.1");

        assertThat(rates.take(Deed.START, caller)).isEmpty();
        assertThat(rates.take(Deed.START, caller)).isEmpty();
        assertThat(rates.take(Deed.START, caller))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.after()).isBetween(Duration.ofSeconds(1), DAY);
                    assertThat(refusal.problem().arguments())
                            .containsEntry("seconds", "" + refusal.after().toSeconds());
                });
        assertThat(rates.take(Deed.SHARE, caller)).isEmpty();
    }

    @Test
    void aClassBehindOneAddressIsNotOnePerson() {
        Rates rates = rates(2, 80);

        for (int student = 0; student < 40; student++) {
            Caller caller = new Caller(OwnerId.random(), "10.0.0.1");
            assertThat(rates.take(Deed.START, caller)).isEmpty();
            assertThat(rates.take(Deed.START, caller)).isEmpty();
        }
        assertThat(rates.take(Deed.START, new Caller(OwnerId.random(), "10.0.0.1"))).isPresent();
        assertThat(rates.take(Deed.START, new Caller(OwnerId.random(), "10.0.0.2"))).isEmpty();
    }

    @Test
    void whatTheAddressRefusesCostsTheOwnerNothing() {
        Rates rates = rates(1, 1);
        Caller caller = new Caller(OwnerId.random(), "10.0.0.1");
        rates.take(Deed.START, new Caller(OwnerId.random(), "10.0.0.1"));

        assertThat(rates.take(Deed.START, caller)).isPresent();
        assertThat(rates.take(Deed.START, new Caller(caller.owner(), "10.0.0.2"))).isEmpty();
    }

    @Test
    void onlyWrongGuessesCount() {
        Rates rates = rates(2, 10);
        Caller caller = new Caller(OwnerId.random(), "10.0.0.1");

        for (int time = 0; time < 9; time++) {
            assertThat(rates.guess(Deed.START, caller, () -> Optional.of("it")))
                    .isEqualTo(new Guess.Right<>("it"));
        }
        assertThat(rates.guess(Deed.START, caller, Optional::empty)).isEqualTo(new Guess.Wrong<>());
        assertThat(rates.guess(Deed.START, caller, Optional::empty)).isEqualTo(new Guess.Wrong<>());
        assertThat(rates.guess(Deed.START, caller, () -> Optional.of("it")))
                .isInstanceOf(Guess.TooMany.class);
    }

    @Test
    void withoutSettingsTheStandardHolds() {
        LimitSettings settings = new LimitSettings(DataSize.ofMegabytes(8), Map.of());

        for (Deed deed : Deed.values()) {
            assertThat(settings.rate(deed)).isEqualTo(deed.standard());
            assertThat(deed.standard().address()).isGreaterThanOrEqualTo(deed.standard().owner());
        }
    }

    private static Rates rates(int owner, int address) {
        RateSetting setting = new RateSetting(owner, address, DAY);
        return new Rates(new LimitSettings(DataSize.ofMegabytes(8), Map.of(Deed.START, setting)));
    }
}

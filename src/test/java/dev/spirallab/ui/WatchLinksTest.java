package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.run.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchLinksTest {
    private static final RunId RUN = new RunId("abc");

    @Test
    void aPageOpenOnTheServersComputerGivesTheAddressesOfThatComputer() {
        assertThat(WatchLinks.of("http://localhost:8080/", List.of("10.0.0.7", "192.168.1.7"), RUN))
                .containsExactly(
                        "http://10.0.0.7:8080/?run=abc", "http://192.168.1.7:8080/?run=abc");
        assertThat(WatchLinks.reachesOthers("http://[::1]:8080/")).isFalse();
    }

    @Test
    void aPageOpenByAnAddressThatOthersReachGivesThatAddress() {
        assertThat(WatchLinks.of("https://lab.example/ml/", List.of("10.0.0.7"), RUN))
                .containsExactly("https://lab.example/ml/?run=abc");
    }

    @Test
    void withoutAnyAddressForOthersTheLinkIsThePagesOwn() {
        assertThat(WatchLinks.of("http://127.0.0.1/", List.of(), RUN))
                .containsExactly("http://127.0.0.1/?run=abc");
    }
}

package dev.spirallab.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkBasesTest {

    @Test
    void aPageOpenOnTheServersComputerGivesTheAddressesOfThatComputer() {
        assertThat(LinkBases.of("http://localhost:8080/", List.of("10.0.0.7", "192.168.1.7")))
                .containsExactly("http://10.0.0.7:8080/", "http://192.168.1.7:8080/");
        assertThat(LinkBases.reachesOthers("http://[::1]:8080/")).isFalse();
    }

    @Test
    void aPageOpenByAnAddressThatOthersReachGivesThatAddress() {
        assertThat(LinkBases.of("https://lab.example/ml/", List.of("10.0.0.7")))
                .containsExactly("https://lab.example/ml/");
    }

    @Test
    void aHostWhoseNameJavaDoesNotTakeForOneIsStillAHost() {
        assertThat(LinkBases.of("http://my_pc:8080/", List.of("10.0.0.7")))
                .containsExactly("http://my_pc:8080/");
        assertThat(LinkBases.reachesOthers("no address at all")).isTrue();
    }

    @Test
    void withoutAnyAddressForOthersTheLinkIsThePagesOwn() {
        assertThat(LinkBases.of("http://127.0.0.1/", List.of()))
                .containsExactly("http://127.0.0.1/");
    }
}

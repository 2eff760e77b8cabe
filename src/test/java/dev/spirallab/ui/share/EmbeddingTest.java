package dev.spirallab.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void whatAnAddressSaysIsReadBackEqual() {
        var embedding =
                new Embedding(
                        EnumSet.allOf(Control.class), Optional.of("dark"), Optional.of("zh-CN"));

        assertThat(of(embedding.query())).contains(embedding);
        assertThat(of(new Embedding(Set.of(), Optional.empty(), Optional.empty()).query()))
                .contains(new Embedding(Set.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void withoutNamesThereAreTheStandardControls() {
        assertThat(of("embed").orElseThrow().controls()).isEqualTo(Embedding.STANDARD);
    }

    @Test
    void unknownNamesUnlockNothingAndAreTold() {
        var embedding = of("embed&show=play,everything,PLAY,settings").orElseThrow();
        assertThat(embedding.controls()).containsExactly(Control.PLAY);
        assertThat(embedding.unknown()).containsExactly("everything", "PLAY", "settings");
    }

    @Test
    void anAddressThatDoesNotSaySoIsNotEmbedded() {
        assertThat(of("show=play")).isEmpty();
    }

    private static Optional<Embedding> of(String query) {
        return Embedding.of(QueryParameters.fromString(query).getParameters());
    }
}

package dev.spirallab.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links.Sharing;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.json.Templates;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbedSectionTest {
    private static final Experiment SPIRAL = Templates.get(Templates.FIRST);
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Texts texts = new Texts(new Messages(), Locale.ENGLISH);

    @Test
    void aShortExperimentGoesIntoTheCode() {
        EmbedSection section = section(SPIRAL);

        assertThat(code(section).isVisible()).isTrue();
        assertThat(code(section).getValue()).contains("#e=");
    }

    @Test
    void ofALongExperimentThereIsCodeWithAShortLinkOnly() {
        Random random = new Random(7);
        List<List<Double>> inputs =
                Stream.generate(() -> List.of(random.nextDouble(), random.nextDouble()))
                        .limit(1000)
                        .toList();
        EmbedSection section =
                section(
                        SPIRAL.withDataset(
                                new Inline(
                                        inputs,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        7,
                                        0)));
        assertThat(code(section).isVisible()).isFalse();

        button(section, texts.of("share.embed.short")).click();

        assertThat(code(section).isVisible()).isTrue();
        assertThat(code(section).getValue()).contains("/x/" + TOKEN).doesNotContain("#e=");
    }

    private EmbedSection section(Experiment experiment) {
        EmbedSection section = new EmbedSection(texts, sharer(experiment), () -> {});
        section.at("https://lab.example/");
        return section;
    }

    private static Sharer sharer(Experiment experiment) {
        Sharing made =
                new Sharing.Made(
                        new LinkToken(TOKEN),
                        new SharedLink(UUID.randomUUID(), "", Instant.EPOCH, "AAAA", false));
        return (Sharer)
                Proxy.newProxyInstance(
                        Sharer.class.getClassLoader(),
                        new Class<?>[] {Sharer.class},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "experiment" -> experiment;
                                    case "begun" -> false;
                                    case "share" -> made;
                                    case "framing" -> new Framing("lax");
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private static TextArea code(Component section) {
        return (TextArea) all(section).filter(TextArea.class::isInstance).findFirst().orElseThrow();
    }

    private static Button button(Component section, String text) {
        return all(section)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(
                Stream.of(component), component.getChildren().flatMap(EmbedSectionTest::all));
    }
}

package dev.spirallab.ui.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTextsTest {
    private static final Messages MESSAGES = new Messages();

    private final PageTexts english = PageTexts.of(MESSAGES, Locale.ENGLISH);
    private final PageTexts chinese = PageTexts.of(MESSAGES, Locale.SIMPLIFIED_CHINESE);

    @Test
    void aPageIsToldItsLanguagesTextsTheCatalogueAndWhatIsExplained() {
        assertThat(told(english).at("/messages/chart.loss").asString()).isEqualTo("Loss");
        assertThat(told(chinese).at("/messages/chart.loss").asString()).isEqualTo("损失");
        for (PageTexts texts : List.of(english, chinese)) {
            JsonNode told = told(texts);
            assertThat(told.at("/catalog/families/layer/kinds")).isNotEmpty();
            assertThat(told.path("topics")).hasSizeGreaterThan(100);
            for (String key : List.of("editor.undo", "layer.linear", "help.palette")) {
                assertThat(told.path("messages").has(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void browsersKeepWhatTheirNameStandsForAndFindNothingUnderAnother() {
        PageTextsController controller = new PageTextsController(MESSAGES);

        var given = controller.texts(english.name());

        assertThat(given.getBody()).isEqualTo(english.content().getBytes(StandardCharsets.UTF_8));
        assertThat(given.getHeaders().getCacheControl())
                .isEqualTo("max-age=31536000, public, immutable");
        assertThat(controller.texts("en.0.js").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatSaysSomethingElseHasAnotherName() {
        assertThat(english.name()).matches("en\\.[0-9a-f]{16}\\.js");
        assertThat(chinese.name()).matches("zh\\.[0-9a-f]{16}\\.js");
        assertThat(english.name().substring(2)).isNotEqualTo(chinese.name().substring(2));
    }

    private static JsonNode told(PageTexts texts) {
        String script = texts.content();
        assertThat(script).startsWith("window.spiralLabTexts={").endsWith("};");
        return JsonMapper.shared()
                .readTree(script.substring(script.indexOf('{'), script.length() - 1));
    }
}

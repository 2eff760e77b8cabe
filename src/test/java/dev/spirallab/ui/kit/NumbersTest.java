package dev.spirallab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page's other half reads the same file: {@code frontend/numbers/numbers.test.ts}. */
class NumbersTest {
    private static final JsonNode CONTRACT = contract();

    private static JsonNode contract() {
        InputStream file = NumbersTest.class.getResourceAsStream("/contract/numbers.json");
        return JsonMapper.shared().readTree(file);
    }

    @Test
    void numbersAreTakenHoweverTheyAreTyped() {
        for (Map.Entry<String, JsonNode> typed : CONTRACT.path("read").properties()) {
            assertThat(Numbers.parse(typed.getKey()))
                    .as(typed.getKey())
                    .contains(typed.getValue().asDouble());
        }
    }

    @Test
    void whatIsNoFiniteNumberIsNotTaken() {
        for (JsonNode typed : CONTRACT.path("refused")) {
            assertThat(Numbers.parse(typed.asString())).as(typed.asString()).isEmpty();
        }
    }

    @Test
    void aNumberIsWrittenAsPeopleDoAndReadsBackEqual() {
        for (Map.Entry<String, JsonNode> written : CONTRACT.path("written").properties()) {
            double number = written.getValue().asDouble();
            assertThat(Numbers.text(number)).isEqualTo(written.getKey());
            assertThat(Numbers.parse(written.getKey())).contains(number);
        }
    }

    @Test
    void aShareIsShownInPercent() {
        assertThat(Numbers.percent(0.07)).isEqualTo("7 %");
    }
}

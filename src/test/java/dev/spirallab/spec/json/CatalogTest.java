package dev.spirallab.spec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogTest {
    private final JsonNode catalog = Trees.parse(Catalog.json());

    @Test
    void everyLayerHasItsGroupAndSettings() {
        JsonNode linear = kind("layer", "linear");
        assertThat(linear.get("group").stringValue()).isEqualTo("dense");
        assertThat(linear.get("key").stringValue()).isEqualTo("layer.linear");
        JsonNode units = linear.get("settings").get(0);
        assertThat(units.get("type").stringValue()).isEqualTo("integer");
        assertThat(units.get("min").intValue()).isEqualTo(1);
        assertThat(units.get("optional").booleanValue()).isFalse();
        assertThat(kind("layer", "dropout").get("settings").get(0).get("default").doubleValue())
                .isEqualTo(0.5);
    }

    @Test
    void choicesComeWithTheKeysOfTheirTexts() {
        JsonNode activation = kind("layer", "linear").get("settings").get(1);
        assertThat(activation.get("choices").get(1).get("key").stringValue())
                .isEqualTo("function.relu");
    }

    @Test
    void allFamiliesAndRecordsAreThere() {
        assertThat(List.copyOf(catalog.get("families").propertyNames()))
                .containsExactly(
                        "layer",
                        "initializer",
                        "dataset",
                        "imageTransform",
                        "augmentation",
                        "normalization",
                        "loss",
                        "optimizer",
                        "schedule",
                        "warmup",
                        "gradientClipping");
        assertThat(List.copyOf(catalog.get("records").propertyNames()))
                .containsExactly(
                        "training", "regularization", "earlyStopping", "target", "initial");
    }

    @Test
    void everyNumberSaysWhatItMeasures() {
        for (JsonNode settings : catalog.findValues("settings")) {
            for (JsonNode setting : settings) {
                String type = setting.get("type").stringValue();
                assertThat(setting.has("usual"))
                        .as(setting.get("name").stringValue())
                        .isEqualTo(List.of("integer", "number", "numbers").contains(type));
            }
        }
    }

    private JsonNode kind(String family, String kind) {
        for (JsonNode found : catalog.get("families").get(family).get("kinds")) {
            if (found.get("kind").stringValue().equals(kind)) {
                return found;
            }
        }
        throw new AssertionError("No " + family + " " + kind);
    }
}

package dev.spirallab.spec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    private static final Path FILE = Path.of("docs/experiment.schema.json");

    /** {@code mvn test -Dtest=JsonSchemaTest -Dupdate=true} writes the file anew. */
    @Test
    void theSchemaInTheDocumentationIsTheOneOfTheRecords() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, JsonSchema.json());
        }
        assertThat(FILE).hasContent(JsonSchema.json());
    }

    @Test
    void unknownFieldsAreRefusedAndKindsToldApart() {
        assertThat(JsonSchema.json())
                .contains("\"const\": \"linear\"")
                .contains("\"additionalProperties\": false")
                .contains("\"required\": [\"kind\", \"units\"]");
    }
}

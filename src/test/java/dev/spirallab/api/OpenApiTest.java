package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the interface holds together, and its examples work. */
class OpenApiTest extends ApiTest {

    private record Described(String path, String method, JsonNode operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private JsonNode description() {
        return stranger().get("/openapi.json").with(200).json();
    }

    private static List<Described> operations(JsonNode description) {
        return description.get("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .map(method ->
                                        new Described(
                                                path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatMayGoWrong() {
        List<Described> operations = operations(description());
        assertThat(operations)
                .hasSizeGreaterThan(30)
                .allSatisfy(described -> {
                    assertThat(described.operation().path("summary").asString()).isNotBlank();
                    assertThat(described.operation().get("tags")).hasSize(1);
                    assertThat(described.operation().get("responses").propertyNames())
                            .anyMatch(status -> status.startsWith("2"));
                });
        assertThat(operations)
                .extracting(described -> described.operation().get("operationId").asString())
                .doesNotHaveDuplicates();
        assertThat(operations)
                .filteredOn(described -> described.path().contains("{"))
                .allMatch(described -> described.operation().get("responses").has("404"));
        assertThat(operations)
                .filteredOn(described -> described.operation().has("requestBody"))
                .allMatch(described -> described.operation().get("responses").has("400"));
    }

    @Test
    void whatNeedsNoTokenSaysSo() {
        List<String> open =
                operations(description()).stream()
                        .filter(described -> described.operation().has("security"))
                        .map(Described::toString)
                        .toList();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "get /api/v1/catalog",
                        "get /api/v1/schema",
                        "post /api/v1/experiments/validate",
                        "get /api/v1/shared/{token}",
                        "get /api/v1/shared/{token}/run",
                        "get /api/v1/shared/{token}/run/history",
                        "get /api/v1/shared/{token}/run/weights",
                        "get /api/v1/shared/{token}/run/boundary");
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
        JsonNode description = description();
        Set<String> references = new HashSet<>();
        collect(description, references);
        assertThat(references)
                .allMatch(reference -> !description.at(reference.substring(1)).isMissingNode());
        Stream<String> components =
                Stream.of("schemas", "responses")
                        .flatMap(kind ->
                                description.at("/components/" + kind).propertyNames().stream()
                                        .map(name -> "#/components/" + kind + "/" + name));
        assertThat(components).filteredOn(component -> !references.contains(component)).isEmpty();
    }

    private static void collect(JsonNode json, Set<String> references) {
        if (json.path("$ref").isString()) {
            references.add(json.get("$ref").asString());
        }
        json.forEach(child -> collect(child, references));
    }

    @Test
    void theExamplesOfWhatIsSentAreRead() {
        Map<String, Class<?>> types =
                Map.of(
                        "RunBody", RunBody.class,
                        "MarkBody", MarkBody.class,
                        "SweepBody", SweepBody.class,
                        "LinkBody", LinkBody.class,
                        "VersionBody", VersionBody.class,
                        "Order", Order.class);
        List<JsonNode> bodies =
                operations(description()).stream()
                        .map(described -> described.operation().path("requestBody"))
                        .map(body -> body.at("/content/application~1json"))
                        .filter(JsonNode::isObject)
                        .toList();
        assertThat(bodies)
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(body -> {
                    String type = body.at("/schema/$ref").asString().replaceAll(".*/", "");
                    String example = body.get("example").toString();
                    if (type.equals("Experiment")) {
                        assertThat(ExperimentJson.read(example)).isInstanceOf(Reading.Read.class);
                        JsonNode found = stranger().post("/experiments/validate", example).json();
                        assertThat(found.get("valid").asBoolean()).isTrue();
                    } else {
                        assertThat(ExperimentJson.readPart(types.get(type), example))
                                .isInstanceOf(Part.Read.class);
                    }
                });
    }

    @Test
    void theExamplesOfErrorsAreErrors() {
        assertThat(description().at("/components/responses").properties())
                .allSatisfy(response -> {
                    JsonNode example =
                            response.getValue().at("/content/application~1problem+json/example");
                    assertThat(example.get("detail").asString())
                            .isNotBlank()
                            .doesNotContain("{", "[");
                    assertThat(example.at("/problems/0/code")).isEqualTo(example.get("code"));
                });
    }
}

package dev.spirallab.stream;

import dev.spirallab.frame.Look;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.View;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a viewer asks for, in the address and later by messages. */
record Wishes(View view, Cursor cursor) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * @throws IllegalArgumentException if a number is none or out of bounds
     */
    static Wishes of(MultiValueMap<String, String> parameters) {
        View standard = View.STANDARD;
        View view =
                new View(
                        number(parameters, "fps", standard.framesPerSecond()),
                        number(parameters, "grid", standard.grid()),
                        !"false".equals(parameters.getFirst("boundary")),
                        "true".equals(parameters.getFirst("figures")),
                        "true".equals(parameters.getFirst("layers")),
                        "true".equals(parameters.getFirst("units")));
        return new Wishes(
                view, new Cursor(number(parameters, "attempt", 0), number(parameters, "from", 0)));
    }

    /**
     * @param json an object with any of fps, grid, boundary, figures, layers, units, trail, past
     *     ask ({@link Asks}) and look (null for none); others do not matter
     * @throws IllegalArgumentException if it is no such object or a number is out of bounds
     */
    static View changed(View view, String json) {
        JsonNode wishes = object(json);
        return new View(
                wishes.path("fps").asInt(view.framesPerSecond()),
                wishes.path("grid").asInt(view.grid()),
                wishes.path("boundary").asBoolean(view.boundary()),
                wishes.path("figures").asBoolean(view.figures()),
                wishes.path("layers").asBoolean(view.layers()),
                wishes.path("units").asBoolean(view.units()),
                wishes.path("trail").asBoolean(view.trail()),
                wishes.has("past") ? step(wishes.path("past")) : view.past(),
                wishes.has("ask") ? Asks.of(wishes.path("ask")) : view.inquiries(),
                wishes.has("look") ? look(wishes.get("look")) : view.look());
    }

    /** None where it is null. */
    private static OptionalLong step(JsonNode past) {
        return past.isNull() ? OptionalLong.empty() : OptionalLong.of(past.asLong(-1));
    }

    private static Optional<Look> look(JsonNode look) {
        return look.isObject()
                ? Optional.of(
                        new Look(
                                look.path("node").asString(""),
                                look.path("name").asString(""),
                                look.path("evenly").asBoolean(false),
                                look.path("row").asInt(0),
                                look.path("column").asInt(0),
                                look.path("example").asInt(0)))
                : Optional.empty();
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        throw new IllegalArgumentException("not an object");
    }

    private static int number(MultiValueMap<String, String> parameters, String name, int standard) {
        String text = parameters.getFirst(name);
        return text == null ? standard : Integer.parseInt(text);
    }
}

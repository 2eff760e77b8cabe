package dev.spirallab.stream;

import dev.spirallab.frame.Mistakes;
import dev.spirallab.run.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a viewer asks about single examples, as JSON:
 *
 * <pre>
 * {"kind": "worst"}  {"kind": "worst", "truth": 3, "answer": 5}  {"kind": "outputs", "node": "fc"}
 * {"kind": "own", "id": 1, "place": [0.5, -1]}
 * {"kind": "own", "id": 2, "cells": ["1.5", "red"]}
 * {"kind": "own", "id": 3, "picture": "Base64 of the pixels"}
 * </pre>
 */
final class Asks {
    private Asks() {}

    /**
     * @throws IllegalArgumentException if it is no list of these
     */
    static List<Inquiry> of(JsonNode asks) {
        if (!asks.isArray()) {
            throw new IllegalArgumentException("no list of questions");
        }
        List<Inquiry> inquiries = new ArrayList<>();
        asks.forEach(ask -> inquiries.add(inquiry(ask)));
        return inquiries;
    }

    private static Inquiry inquiry(JsonNode ask) {
        return switch (ask.path("kind").asString("")) {
            case "worst" -> new Inquiry.Worst(cell(ask));
            case "own" -> new Inquiry.Own(ask.path("id").asInt(0), example(ask));
            case "outputs" -> new Inquiry.Outputs(ask.path("node").asString(""));
            default -> throw new IllegalArgumentException("no such question");
        };
    }

    private static Optional<Mistakes.Cell> cell(JsonNode ask) {
        return ask.has("truth")
                ? Optional.of(
                        new Mistakes.Cell(
                                ask.path("truth").asInt(-1), ask.path("answer").asInt(-1)))
                : Optional.empty();
    }

    private static Inquiry.Example example(JsonNode ask) {
        if (ask.has("place")) {
            JsonNode place = ask.path("place");
            return new Inquiry.Example.Place(
                    place.path(0).asDouble(Double.NaN), place.path(1).asDouble(Double.NaN));
        }
        if (ask.has("cells")) {
            List<String> cells = new ArrayList<>();
            ask.path("cells").forEach(cell -> cells.add(cell.asString("")));
            return new Inquiry.Example.Row(cells);
        }
        return new Inquiry.Example.Picture(ask.path("picture").asString(""));
    }
}

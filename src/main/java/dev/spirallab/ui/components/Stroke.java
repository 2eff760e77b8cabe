package dev.spirallab.ui.components;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody did to the points of the plane by hand. */
public sealed interface Stroke {

    /**
     * Points were put there.
     *
     * @param label their class, 0 to 4
     */
    record Added(List<Place> places, int label) implements Stroke {
        public Added {
            places = List.copyOf(places);
        }
    }

    /** All points that are no farther from one of these places are taken away. */
    record Rubbed(List<Place> places, double radius) implements Stroke {
        public Rubbed {
            places = List.copyOf(places);
        }
    }

    /** All points are taken away. */
    record Wiped() implements Stroke {}

    record Place(double x1, double x2) {}

    /** As the browser tells it; nothing for what no pen draws. */
    static Optional<Stroke> of(JsonNode told) {
        if (told.path("wipe").asBoolean(false)) {
            return Optional.of(new Wiped());
        }
        if (told.has("add")) {
            int label = told.path("label").asInt(-1);
            return places(told.get("add"))
                    .filter(_ -> label >= 0 && label <= 4)
                    .map(places -> new Added(places, label));
        }
        double radius = told.path("radius").asDouble(-1);
        return places(told.path("rub"))
                .filter(_ -> radius > 0 && radius <= 1000)
                .map(places -> new Rubbed(places, radius));
    }

    private static Optional<List<Place>> places(JsonNode told) {
        List<Place> places = new ArrayList<>();
        for (JsonNode pair : told) {
            Place place =
                    new Place(pair.path(0).asDouble(Double.NaN), pair.path(1).asDouble(Double.NaN));
            if (!(Math.abs(place.x1()) <= 1000 && Math.abs(place.x2()) <= 1000)) {
                return Optional.empty();
            }
            places.add(place);
        }
        return places.isEmpty() || places.size() > 5000 ? Optional.empty() : Optional.of(places);
    }
}

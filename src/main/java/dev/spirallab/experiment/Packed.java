package dev.spirallab.experiment;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An experiment as it is stored. Data that take some room stand apart, so that the many states of
 * an experiment share them; the document then has their hash in the data's place.
 *
 * @param title the experiment's, for lists
 * @param contents hashes of the files that it learns from, each once, in order
 */
record Packed(String title, Piece document, Optional<Piece> dataset, List<String> contents) {
    private static final String DATASET = "dataset";
    private static final int SMALL = 2_000;

    /** Whether an experiment can be stored. */
    sealed interface Packing {
        record Done(Packed packed) implements Packing {}

        record Impossible(Problem problem) implements Packing {}
    }

    /**
     * A text by its hash.
     *
     * @param content ASCII, so that its characters are its bytes
     */
    record Piece(String hash, String content) {
        static Piece of(JsonNode tree) {
            String content = Json.text(tree);
            return new Piece(Sha256.of(content), content);
        }

        int bytes() {
            return content.length();
        }
    }

    /** Its parts, or what would keep it from being read again: too many of something, say. */
    static Packing of(Experiment experiment) {
        ObjectNode document = (ObjectNode) ExperimentJson.tree(experiment);
        return switch (ExperimentJson.read(Json.text(document))) {
            case Reading.Read _ -> new Packing.Done(split(experiment, document));
            case Reading.Unreadable(var problems) -> new Packing.Impossible(problems.getFirst());
        };
    }

    /**
     * The experiment of stored parts.
     *
     * @throws UnreadableDocument if they are damaged
     */
    static Experiment unpack(String document, Optional<String> dataset) {
        try {
            return join(document, dataset);
        } catch (JacksonException | ClassCastException damaged) {
            throw new UnreadableDocument(damaged.toString());
        }
    }

    private static Experiment join(String document, Optional<String> dataset) {
        ObjectNode tree = (ObjectNode) Json.tree(document);
        dataset.ifPresent(text -> tree.set(DATASET, Json.tree(text)));
        return switch (ExperimentJson.readPart(Experiment.class, tree)) {
            case Part.Read<Experiment>(var experiment) -> experiment;
            case Part.Unreadable<Experiment>(var problems) ->
                    throw new UnreadableDocument(problems.toString());
        };
    }

    int bytes() {
        return document.bytes() + dataset.map(Piece::bytes).orElse(0);
    }

    private static Packed split(Experiment experiment, ObjectNode document) {
        String title = Names.storable(experiment.title());
        List<String> contents =
                experiment.dataset().contents().stream()
                        .map(Content::sha256)
                        .distinct()
                        .sorted()
                        .toList();
        Piece dataset = Piece.of(document.get(DATASET));
        if (dataset.bytes() <= SMALL) {
            return new Packed(title, Piece.of(document), Optional.empty(), contents);
        }
        document.put(DATASET, dataset.hash());
        return new Packed(title, Piece.of(document), Optional.of(dataset), contents);
    }
}

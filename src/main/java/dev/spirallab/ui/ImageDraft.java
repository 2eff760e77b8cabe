package dev.spirallab.ui;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Images in the making: what is in their files, and what somebody makes of them. */
final class ImageDraft implements DataDraft {
    /** The lists that have at most one of each kind here. */
    static final String TRANSFORMS = "transforms";

    static final String AUGMENTATION = "augmentation";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double MIDDLE = 0.5;

    private ImageDataset images;

    /**
     * @param images as they are most likely meant, or as a document has them
     */
    ImageDraft(ImageDataset images) {
        this.images = images;
    }

    ImageDataset images() {
        return images;
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageDataset> dataset() {
        return Optional.of(images);
    }

    /** The kind of data set, whose settings {@link #settings} names. */
    String kind() {
        return document().path("kind").asString();
    }

    /** What is neither a list nor said by the files; with a test part nothing more is held out. */
    List<String> settings() {
        if (images instanceof Idx idx) {
            return idx.test().isPresent()
                    ? List.of("normalization")
                    : List.of("normalization", "holdout", "testFraction", "seed");
        }
        return List.of(
                "height", "width", "color", "normalization", "holdout", "testFraction", "seed");
    }

    /** For forms: in place of each list an object with its entries by their kinds. */
    ObjectNode shown() {
        ObjectNode document = document();
        for (String list : List.of(TRANSFORMS, AUGMENTATION)) {
            ObjectNode byKind = JSON.objectNode();
            document.path(list)
                    .forEach(each -> byKind.putIfAbsent(each.path("kind").asString(), each));
            document.set(list, byKind);
        }
        return document;
    }

    /** Adds an entry of a kind at the end of a list, or takes all of it away. */
    List<Problem> put(String list, String family, String kind, boolean present) {
        ObjectNode document = document();
        ArrayNode kept = JSON.arrayNode();
        document.path(list)
                .forEach(each -> {
                    if (!each.path("kind").asString().equals(kind)) {
                        kept.add(each);
                    }
                });
        if (present) {
            kept.add(fresh(family, kind));
        }
        document.set(list, kept);
        return take(document);
    }

    /** What must be said is the size, which stays as it is at first. */
    private ObjectNode fresh(String family, String kind) {
        Frame frame = images.shown();
        ObjectNode fresh = JSON.objectNode().put("kind", kind);
        Setting.all(family + "." + kind).stream()
                .filter(Setting::required)
                .map(Setting::name)
                .forEach(name ->
                        fresh.put(name, name.equals("height") ? frame.height() : frame.width()));
        return fresh;
    }

    /**
     * Gives a setting another value.
     *
     * @param path as in {@link #shown}
     * @return what is wrong with the value; then nothing has changed
     */
    List<Problem> set(String path, JsonNode value) {
        ObjectNode document = document();
        List<String> names = List.of(path.split("\\."));
        if (path.startsWith(TRANSFORMS + ".") || path.startsWith(AUGMENTATION + ".")) {
            ArrayNode list = (ArrayNode) document.path(names.getFirst());
            IntStream.range(0, list.size())
                    .filter(at -> list.path(at).path("kind").asString().equals(names.get(1)))
                    .findFirst()
                    .ifPresent(at -> JsonPath.set((ObjectNode) list.path(at), names.get(2), value));
        } else {
            JsonPath.set(document, path, value);
        }
        complete(document);
        return take(document);
    }

    /** Normalisation by given numbers needs some for each channel. */
    private void complete(ObjectNode document) {
        JsonNode normalization = document.path("normalization");
        if (normalization.path("kind").asString().equals("given")) {
            int channels = images.shown().channels();
            List<JsonNode> middle = Collections.nCopies(channels, JSON.numberNode(MIDDLE));
            for (String name : List.of("mean", "std")) {
                if (!normalization.path(name).isArray()) {
                    ((ObjectNode) normalization).putArray(name).addAll(middle);
                }
            }
        }
    }

    private List<Problem> take(ObjectNode document) {
        return switch (ExperimentJson.readPart(DatasetSpec.class, document)) {
            case Part.Read<DatasetSpec>(DatasetSpec read) -> {
                images = (ImageDataset) read;
                yield List.of();
            }
            case Part.Unreadable<DatasetSpec>(List<Problem> problems) -> problems;
        };
    }

    private ObjectNode document() {
        return (ObjectNode) ExperimentJson.tree(images);
    }
}

package dev.spirallab.ui.compare;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In which settings experiments differ, in the reader's words. */
public final class Differences {
    private static final int MOST = 4;
    private static final String NOTHING = "–";

    private final Texts texts;
    private final List<Map<String, String>> settings;
    private final Set<String> differing = new LinkedHashSet<>();

    private Differences(Texts texts, List<Map<String, String>> settings) {
        this.texts = texts;
        this.settings = settings;
        settings.stream()
                .flatMap(each -> each.keySet().stream())
                .filter(this::differ)
                .filter(path -> !belongsToAnotherKind(path))
                .filter(path -> !isNamedBeside(path))
                .forEach(differing::add);
    }

    public static Differences among(Texts texts, List<Experiment> experiments) {
        return new Differences(texts, experiments.stream().map(Differences::flat).toList());
    }

    /** What an experiment has its own way, such as "Learning rate 0.1"; empty if nothing. */
    public String of(int experiment) {
        Map<String, String> own = settings.get(experiment);
        String named =
                differing.stream()
                        .limit(MOST)
                        .map(path -> name(path) + " " + value(path, own))
                        .collect(Collectors.joining(", "));
        return differing.size() > MOST ? named + " …" : named;
    }

    private boolean differ(String path) {
        return settings.stream().map(each -> each.getOrDefault(path, NOTHING)).distinct().count()
                > 1;
    }

    /**
     * What is of different kinds has different settings; the kind says it all, unless two share it.
     */
    private boolean belongsToAnotherKind(String path) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String kind = path.substring(0, dot) + ".kind";
            if (!path.equals(kind) && differ(kind) && !differsWithin(kind, path)) {
                return true;
            }
        }
        return false;
    }

    /** What a file is, beside what it is called, says nothing to a reader. */
    private boolean isNamedBeside(String path) {
        return path.endsWith(".sha256") && differ(path.replace(".sha256", ".name"));
    }

    private boolean differsWithin(String kind, String path) {
        Map<String, Set<String>> values = new HashMap<>();
        settings.forEach(each ->
                values.computeIfAbsent(each.getOrDefault(kind, NOTHING), _ -> new HashSet<>())
                        .add(each.getOrDefault(path, NOTHING)));
        return values.values().stream().anyMatch(each -> each.size() > 1);
    }

    private String name(String path) {
        List<String> parts = List.of(path.split("\\."));
        String last = parts.getLast();
        String named = last.equals("kind") ? parts.get(parts.size() - 2) : last;
        String word =
                texts.find("setting." + named)
                        .or(() -> texts.find("compare." + named))
                        .orElse(named);
        return path.startsWith("layer.") ? parts.get(1) + " " + word : word;
    }

    /** Kinds and functions have names of their own. */
    private String value(String path, Map<String, String> own) {
        String value = own.getOrDefault(path, NOTHING);
        List<String> parts = List.of(path.split("\\."));
        String family =
                parts.getLast().equals("kind") ? parts.get(parts.size() - 2) : parts.getLast();
        return texts.find(family + "." + value)
                .or(() -> texts.find("function." + value))
                .orElse(value);
    }

    /** Each setting by its path; those of layers begin with {@code layer.<node>}. */
    private static Map<String, String> flat(Experiment experiment) {
        JsonNode document = ExperimentJson.tree(experiment);
        Map<String, String> flat = new LinkedHashMap<>();
        put("training", document.path("training"), flat);
        put("dataset", document.path("dataset"), flat);
        document.path("graph")
                .path("nodes")
                .forEach(node ->
                        put("layer." + node.path("id").asString(""), node.path("layer"), flat));
        flat.put("graph.edges", document.path("graph").path("edges").toString());
        return flat;
    }

    private static void put(String path, JsonNode value, Map<String, String> flat) {
        if (value instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> put(path + "." + each.getKey(), each.getValue(), flat));
        } else {
            flat.put(path, value.isValueNode() ? value.asString("") : value.toString());
        }
    }
}

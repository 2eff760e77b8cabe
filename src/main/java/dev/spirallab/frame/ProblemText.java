package dev.spirallab.frame;

import dev.spirallab.spec.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A problem as the JSON that viewers read; fixes stay behind, a running experiment takes none. */
final class ProblemText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ProblemText() {}

    static String json(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", problem.code());
        fields.put("path", problem.path());
        problem.node().ifPresent(node -> fields.put("node", node));
        fields.put("arguments", new TreeMap<>(problem.arguments()));
        return MAPPER.writeValueAsString(fields);
    }
}

package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.json.Records;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a layer and its inputs.
 *
 * @param problem without node, its path within the node
 */
record Flaw(Problem problem, Optional<Remedy> remedy) {

    /** What would make it right. */
    sealed interface Remedy {}

    /**
     * Another value of a setting.
     *
     * @param layer the layer with it
     */
    record Set(String setting, String value, LayerSpec layer) implements Remedy {}

    /**
     * Another layer in front of it.
     *
     * @param code of the fix
     */
    record Before(String code, LayerSpec layer, Map<String, String> arguments) implements Remedy {}

    static Flaw of(Problem problem) {
        return new Flaw(problem, Optional.empty());
    }

    static Flaw of(String code, Map<String, String> arguments) {
        return of(Problem.of(code, "", arguments));
    }

    /** That the setting of a layer does not fit; its value is the argument {@code have}. */
    static Flaw of(String code, LayerSpec layer, String setting, Map<String, String> arguments) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put("have", String.valueOf(Records.get(layer, setting)));
        return of(Problem.of(code, "layer." + setting, all));
    }

    /** The same, and that {@code value} would be right for a setting. */
    Flaw remedied(LayerSpec layer, String setting, Object value) {
        LayerSpec mended = Records.with(layer, setting, value);
        return with(new Set(setting, String.valueOf(value), mended));
    }

    Flaw with(Remedy remedy) {
        return new Flaw(problem, Optional.of(remedy));
    }
}

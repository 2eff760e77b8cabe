package dev.spirallab.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something wrong with an experiment, said so that a person can mend it.
 *
 * @param code stable name, the key of its message in the bundles ({@code problem.<code>}); hints,
 *     which do not keep an experiment from running, begin with {@code hint.}
 * @param path where in the document, such as {@code graph.nodes[2].layer.units}
 * @param node id of the node it belongs to, if any
 * @param arguments what the message's placeholders stand for
 * @param fix what one click would change
 */
public record Problem(
        String code,
        String path,
        Optional<String> node,
        Map<String, String> arguments,
        Optional<Fix> fix) {

    /**
     * @param code the key of the button's label ({@code fix.<code>})
     */
    public record Fix(String code, Map<String, String> arguments, List<Edit> edits) {}

    /** A problem without node and fix. */
    public static Problem of(String code, String path, Map<String, String> arguments) {
        return new Problem(code, path, Optional.empty(), arguments, Optional.empty());
    }

    public Problem at(String id) {
        return new Problem(code, path, Optional.of(id), arguments, fix);
    }

    public Problem with(Fix remedy) {
        return new Problem(code, path, node, arguments, Optional.of(remedy));
    }

    /** Whether it is advice only: the experiment runs all the same. */
    public boolean hint() {
        return code.startsWith("hint.");
    }

    /** A finite number as people write it: 900 and 0.00001, but 1.0E300. */
    public static String number(double value) {
        double size = Math.abs(value);
        return value == 0 || (size >= 1e-9 && size < 1e15)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}

package dev.spirallab.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something wrong with an experiment, said so that a person can mend it.
 *
 * @param code stable name, the key of its message in the bundles ({@code problem.<code>})
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

    /** @param code the key of the button's label ({@code fix.<code>}) */
    public record Fix(String code, Map<String, String> arguments, List<Edit> edits) {}
}

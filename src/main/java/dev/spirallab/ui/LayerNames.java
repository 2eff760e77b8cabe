package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;

/** Reader's words for one layer of a graph: its id and what it is. */
final class LayerNames {
    private LayerNames() {}

    static String of(Texts texts, Node node) {
        return node.id() + " · " + texts.of("layer." + Records.kind(node.layer()));
    }
}

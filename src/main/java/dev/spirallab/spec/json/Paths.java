package dev.spirallab.spec.json;

/** Places in a document: {@code graph.nodes[2].layer.units}; the document itself is empty. */
final class Paths {
    private static final int SHOWN = 64;

    private Paths() {}

    static String field(String path, String name) {
        return path.isEmpty() ? cut(name) : path + "." + cut(name);
    }

    static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /** As much of a text from outside as is fit to be shown. */
    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

package dev.spirallab.ui.components;

/** A file that the browser makes of what a view of a run shows. */
public enum FileKind {
    PNG,
    SVG,
    CSV
}

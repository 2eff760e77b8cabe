package dev.spirallab.frame;

/** What a boundary or a point's third number means; its ordinal is its byte. */
public enum TaskKind {
    CLASSES,
    REGRESSION
}

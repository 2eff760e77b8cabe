package dev.spirallab.spec.graph;

/**
 * A layer and its settings. To add one: a record in this package with {@link
 * dev.spirallab.spec.Kind}, and its name here; the compiler then lists every place that must say
 * what it does.
 */
public sealed interface LayerSpec
        permits Input, Linear, Activation, Dropout, BatchNorm, Add, Concat, Flatten {}

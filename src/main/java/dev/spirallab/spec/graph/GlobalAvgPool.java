package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;

/** The mean of each channel: {@code [N, C, ...] -> [N, C]} (Lin et al. 2013). No parameters. */
@Kind(value = "globalAvgPool", group = "pooling")
public record GlobalAvgPool() implements LayerSpec {}

package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Parts the channels into groups, normalises each group of each example by itself, then scales and
 * shifts each channel: {@code [N, C, ...] -> [N, C, ...]}, 2 C parameters (Wu and He 2018).
 *
 * @param affine whether it scales and shifts; without, there are no parameters
 */
@Kind(value = "groupNorm", group = "normalisation")
public record GroupNorm(
        @Default("1") @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) int numGroups,
        @Default("1e-5") @Range(min = 1e-12, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
        @Default("true") @Advanced boolean affine)
        implements LayerSpec {}

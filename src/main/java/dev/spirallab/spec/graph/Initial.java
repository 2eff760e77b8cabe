package dev.spirallab.spec.graph;

import java.util.List;
import java.util.Optional;

/**
 * Exact starting values.
 *
 * @param weight {@code [out][in]}
 * @param bias {@code [out]}
 */
public record Initial(Optional<List<List<Double>>> weight, Optional<List<Double>> bias) {}

package dev.spirallab.spec.graph;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;

/** The product, number by number, of two or more tensors of one shape: a gate. No parameters. */
@Kind(value = "multiply", group = "merge")
@Inputs(min = 2, max = Inputs.MANY, alike = true)
public record Multiply() implements LayerSpec {}

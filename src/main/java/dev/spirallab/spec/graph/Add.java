package dev.spirallab.spec.graph;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;

/** The sum of two or more tensors of one shape: a skip connection's end. No parameters. */
@Kind(value = "add", group = "merge")
@Inputs(min = 2, max = Inputs.MANY, alike = true)
public record Add() implements LayerSpec {}

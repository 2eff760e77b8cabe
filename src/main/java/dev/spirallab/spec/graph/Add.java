package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;

/** The sum of two or more tensors of one shape: a skip connection's end. No parameters. */
@Kind(value = "add", group = "merge")
public record Add() implements LayerSpec {}

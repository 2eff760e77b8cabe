package dev.spirallab.engine;

import dev.spirallab.engine.TorchModule.Tensor;

/** A part of the data on the device. */
record Examples(Tensor inputs, Tensor targets, int rows) {}

/** Trained models as ONNX. */
@NullMarked
package dev.spirallab.export.onnx;

import org.jspecify.annotations.NullMarked;

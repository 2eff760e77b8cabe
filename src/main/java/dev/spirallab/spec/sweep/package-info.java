/** Variants of an experiment that differ in one or two settings. */
@NullMarked
package dev.spirallab.spec.sweep;

import org.jspecify.annotations.NullMarked;

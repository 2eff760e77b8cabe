/** DJL's stock Trainer, as what the engine is measured against. */
@NullMarked
package dev.spirallab.engine.bench;

import org.jspecify.annotations.NullMarked;

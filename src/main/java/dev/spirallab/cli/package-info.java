/** Spiral Lab on the command line: trains an experiment without a browser, measures the engine. */
@NullMarked
package dev.spirallab.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Spiral Lab: an experiment is validated, becomes a program, the engine runs it, and frames tell
 * the browser how it goes. Each step is a package; see {@code docs/decisions}.
 */
@NullMarked
package dev.spirallab;

import org.jspecify.annotations.NullMarked;

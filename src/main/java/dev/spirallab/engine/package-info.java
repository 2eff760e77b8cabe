/**
 * Trains: runs the program of an experiment on the processor or the graphics card. The only package
 * that knows DJL; what crosses its border are records and arrays, never native objects.
 */
@NullMarked
package dev.spirallab.engine;

import org.jspecify.annotations.NullMarked;

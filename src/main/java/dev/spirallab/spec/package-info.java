/** The experiment document: what is asked. */
@NullMarked
package dev.spirallab.spec;

import org.jspecify.annotations.NullMarked;

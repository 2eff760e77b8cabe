/** Whose something is: an id, and nothing about the person behind it. */
@NullMarked
package dev.spirallab.owner;

import org.jspecify.annotations.NullMarked;

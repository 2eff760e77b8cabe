/**
 * Help at hand: the table of actions behind palette, shortcuts and list of keys; explanations; the
 * tour.
 */
@NullMarked
package dev.spirallab.ui.help;

import org.jspecify.annotations.NullMarked;

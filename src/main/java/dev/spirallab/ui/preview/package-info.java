/** How a link looks where people tell of it: a picture and a few words. */
@NullMarked
package dev.spirallab.ui.preview;

import org.jspecify.annotations.NullMarked;

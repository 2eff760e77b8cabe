/** Sharing: links to what is on the page, for people, for course pages and for cameras. */
@NullMarked
package dev.spirallab.ui.share;

import org.jspecify.annotations.NullMarked;

/** What the server knows of a reader, and what the reader may do about it. */
@NullMarked
package dev.spirallab.ui.mine;

import org.jspecify.annotations.NullMarked;

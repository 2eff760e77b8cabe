/** Reads and draws images: a byte a channel and pixel, all of one size. */
@NullMarked
@NamedInterface("image")
package dev.spirallab.dataset.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

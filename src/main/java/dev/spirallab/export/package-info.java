/** Takes experiments and trained models home: as code, and as files that other programs read. */
@NullMarked
package dev.spirallab.export;

import org.jspecify.annotations.NullMarked;

/** What a run tells its viewers, and how that is written as bytes. */
@NullMarked
package dev.spirallab.frame;

import org.jspecify.annotations.NullMarked;

/** Carries what runs tell to browsers, over WebSockets. */
@NullMarked
package dev.spirallab.stream;

import org.jspecify.annotations.NullMarked;

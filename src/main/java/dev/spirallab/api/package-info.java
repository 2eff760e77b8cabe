/** The REST interface {@code /api/v1}: the same services as the page's, for programs. */
@NullMarked
package dev.spirallab.api;

import org.jspecify.annotations.NullMarked;

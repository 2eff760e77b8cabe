/** Messages to people, in English and Chinese. */
@NullMarked
package dev.spirallab.i18n;

import org.jspecify.annotations.NullMarked;

/** What every part of the page is made of: texts, icons, notices, small helpers. */
@NullMarked
package dev.spirallab.ui.kit;

import org.jspecify.annotations.NullMarked;

/** What the page's own elements are told once in each language: texts, catalogue, explanations. */
@NullMarked
package dev.spirallab.ui.texts;

import org.jspecify.annotations.NullMarked;

/** Vaadin components of the page, each a thin Java side of an element under {@code frontend/}. */
@NullMarked
package dev.spirallab.ui.components;

import org.jspecify.annotations.NullMarked;

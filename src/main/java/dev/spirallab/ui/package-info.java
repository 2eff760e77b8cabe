/**
 * The page: the workbench's view and panels. They ask and show; what is right is decided elsewhere.
 */
@NullMarked
package dev.spirallab.ui;

import org.jspecify.annotations.NullMarked;

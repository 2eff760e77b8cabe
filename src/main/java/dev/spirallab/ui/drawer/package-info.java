/** What shows more of the run below the graph: a drawer of panes, one at a time. */
@NullMarked
package dev.spirallab.ui.drawer;

import org.jspecify.annotations.NullMarked;

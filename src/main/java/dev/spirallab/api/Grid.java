package dev.spirallab.api;

import dev.spirallab.run.View;

/**
 * How fine a boundary is.
 *
 * @param cells along each side, one of {@link View#GRIDS}
 */
record Grid(int cells) {
    Grid {
        if (!View.GRIDS.contains(cells)) {
            throw new IllegalArgumentException("a grid of " + cells);
        }
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    static Grid of(String text) {
        return new Grid(Integer.parseInt(text));
    }
}

package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * Layers that people see as one, such as a residual block; training never sees it.
 *
 * @param name unique among the blocks
 * @param nodes ids of its layers; a layer belongs to the first block that names it, and names of
 *     layers that do not exist count for nothing
 * @param folded whether the editor draws it as a single node, where all its layers then lie
 */
public record Block(
        @Size(min = 1, max = 64) String name,
        @Size(min = 1, max = 5_000) List<String> nodes,
        @Default("false") boolean folded) {
    public Block {
        nodes = List.copyOf(nodes);
    }
}

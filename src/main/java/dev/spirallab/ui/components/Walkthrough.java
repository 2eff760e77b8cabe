package dev.spirallab.ui.components;

import java.util.List;

/**
 * One step to be gone through stop by stop, in the reader's words.
 *
 * @param row of the training part, from 0
 * @param rows of the training part
 * @param step steps that the model had done
 */
public record Walkthrough(int row, int rows, long step, List<Stop> stops) {
    public Walkthrough {
        stops = List.copyOf(stops);
    }

    /** Where a stop lies on the way; named as the page names it. */
    public enum Way {
        forward,
        loss,
        backward,
        update
    }

    /**
     * @param node of the graph; for the loss the last
     * @param words what happens here, with the numbers
     * @param notes what is different here from training, or not shown
     * @param rules formulas in LaTeX, without numbers
     */
    public record Stop(
            Way way,
            String node,
            String title,
            String words,
            List<String> notes,
            List<String> rules,
            List<Shown> tensors) {
        public Stop {
            notes = List.copyOf(notes);
            rules = List.copyOf(rules);
            tensors = List.copyOf(tensors);
        }
    }

    /**
     * A tensor.
     *
     * @param symbol such as {@code ∂L/∂z}
     * @param shape such as {@code [2, 2]}; empty for a single number
     * @param spread of all its numbers, where not all are shown
     */
    public record Shown(
            String name, String symbol, String shape, String spread, List<Entry> entries) {
        public Shown {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One number.
     *
     * @param text to four decimals
     * @param exact all its digits
     * @param formula how it came to be, in LaTeX with the numbers put in; empty where there is none
     */
    public record Entry(String text, String exact, String formula) {}
}

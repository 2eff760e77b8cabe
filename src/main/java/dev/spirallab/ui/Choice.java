package dev.spirallab.ui;

import java.util.List;

/**
 * One of several.
 *
 * @param label in the reader's words
 */
record Choice(String value, String label) {

    static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}

package dev.spirallab.ui.kit;

import java.util.List;

/**
 * One of several.
 *
 * @param label in the reader's words
 */
public record Choice(String value, String label) {

    public static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}

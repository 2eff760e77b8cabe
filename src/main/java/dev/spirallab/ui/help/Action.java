package dev.spirallab.ui.help;

import dev.spirallab.i18n.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something that the reader can have done: a row of the table {@link Actions}, from which the
 * command palette, the keyboard shortcuts and the list of keys are made.
 *
 * @param id stable and unique, such as {@code play}
 * @param name in the reader's words
 * @param words more words by which it is found, parted by spaces; may be empty
 * @param keys key combinations that set it off, such as {@code Space}, {@code ?} or {@code Mod+K},
 *     where {@code Mod} is Ctrl, on a Mac Cmd. Those with {@code Mod} work in fields too, the
 *     others only outside of fields and dialogs, {@code Space} only where nothing has the focus.
 * @param enabled whether it can be done now
 * @param wide whether it shows what a phone has no room for
 * @param run does it, on the page's thread
 */
public record Action(
        String id,
        Area area,
        String name,
        String words,
        List<String> keys,
        BooleanSupplier enabled,
        boolean wide,
        Runnable run) {
    public Action {
        keys = List.copyOf(keys);
    }

    /** Named by the bundles' {@code action.<id>}; {@code action.<id>.words}, if any, its words. */
    public static Action of(Texts texts, Area area, String id, Runnable run) {
        String words = texts.find("action." + id + ".words").orElse("");
        return named(area, id, texts.of("action." + id), run).found(words);
    }

    /** Named as given, such as one of several experiments. */
    public static Action named(Area area, String id, String name, Runnable run) {
        return new Action(id, area, name, "", List.of(), () -> true, false, run);
    }

    public Action found(String by) {
        return new Action(id, area, name, by, keys, enabled, wide, run);
    }

    public Action keys(String... combinations) {
        return new Action(id, area, name, words, List.of(combinations), enabled, wide, run);
    }

    public Action when(BooleanSupplier condition) {
        return new Action(id, area, name, words, keys, condition, wide, run);
    }

    /** Left out on phones. */
    public Action onWideScreens() {
        return new Action(id, area, name, words, keys, enabled, true, run);
    }

    /** Whether both would be set off at once. */
    boolean clashes(Action other) {
        return keys.stream().anyMatch(other.keys::contains);
    }
}

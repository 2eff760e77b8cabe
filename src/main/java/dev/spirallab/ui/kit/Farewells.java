package dev.spirallab.ui.kit;

import dev.spirallab.i18n.Texts;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What somebody deletes: it goes for good once the offer to bring it back has gone.
 *
 * @param <I> what it is known by
 */
public final class Farewells<I> {
    private final Texts texts;
    private final Consumer<I> end;
    private final Runnable back;
    private final Set<I> leaving = new HashSet<>();

    /**
     * @param end deletes it for good
     * @param back hears that one stays after all
     */
    public Farewells(Texts texts, Consumer<I> end, Runnable back) {
        this.texts = texts;
        this.end = end;
        this.back = back;
    }

    /** Whether it is not to be seen any more. */
    public boolean holds(I one) {
        return leaving.contains(one);
    }

    /**
     * Offers to bring it back.
     *
     * @param words what is said of it
     */
    public void begin(I one, String words) {
        leaving.add(one);
        Toast toast = new Toast(texts, words);
        toast.offer(texts.of("workbench.undo"), () -> leaving.remove(one));
        toast.addDetachListener(_ -> finish(one));
        toast.open();
    }

    private void finish(I one) {
        if (leaving.contains(one)) {
            end.accept(one);
        } else {
            back.run();
        }
    }
}

package dev.spirallab.ui.keep;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Says beside the title what the experiment was forked from; what is still there and one's own is
 * opened by a click.
 */
public final class OriginMark extends Div {
    private final Texts texts;
    private final Function<Origin, Optional<Kept>> find;
    private final Consumer<Kept> open;
    private Optional<Origin> shown = Optional.empty();

    /**
     * @param find looks for what an experiment was forked from among one's own
     */
    public OriginMark(Texts texts, Function<Origin, Optional<Kept>> find, Consumer<Kept> open) {
        this.texts = texts;
        this.find = find;
        this.open = open;
        addClassName("lab-origin");
        setVisible(false);
    }

    public void show(Optional<Summary> summary) {
        Optional<Origin> origin = summary.flatMap(found -> found.lineage().stream().findFirst());
        if (!origin.equals(shown)) {
            shown = origin;
            removeAll();
            origin.ifPresent(this::tell);
            setVisible(origin.isPresent());
        }
    }

    private void tell(Origin origin) {
        String words = texts.of("share.forkedFrom", "title", origin.title());
        Component there =
                find.apply(origin).isPresent()
                        ? new NativeButton(words, _ -> open(origin))
                        : new Span(words);
        there.getElement().setAttribute("title", words);
        removeAll();
        add(Icon.FORK.create(), there);
    }

    /** It may have been deleted since: then that shows. */
    private void open(Origin origin) {
        find.apply(origin).ifPresentOrElse(open, () -> tell(origin));
    }
}

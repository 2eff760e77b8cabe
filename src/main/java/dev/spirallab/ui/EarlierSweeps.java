package dev.spirallab.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.SweepId;
import dev.spirallab.run.Sweeps;
import dev.spirallab.run.Sweeps.Summary;
import dev.spirallab.ui.kit.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One's sweeps that are kept, to be looked at again. */
final class EarlierSweeps extends Select<Summary> {
    private final Visit visit;
    private final Sweeps sweeps;
    private final Consumer<Sweep> chosen;

    /**
     * @param chosen hears of the one that is to be looked at
     */
    EarlierSweeps(Visit visit, Services services, Consumer<Sweep> chosen) {
        this.visit = visit;
        this.sweeps = services.runs().sweeps();
        this.chosen = chosen;
        addClassName("lab-sweep-earlier");
        setLabel(visit.texts().of("sweep.earlier"));
        setItemLabelGenerator(this::name);
        setRenderer(new ComponentRenderer<>(this::line));
        addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(this::open));
    }

    private String name(Summary summary) {
        return visit.texts()
                .of(
                        "sweep.earlier.one",
                        Map.of(
                                "title",
                                summary.title(),
                                "count",
                                Integer.toString(summary.variants())));
    }

    private Span line(Summary summary) {
        Texts texts = visit.texts();
        return new Span(new Span(name(summary) + ", "), new When(summary.at(), texts.locale()));
    }

    /** Asks anew what there is besides those that are seen otherwise, or not any more. */
    void offer(Predicate<SweepId> besides) {
        List<Summary> others =
                sweeps.list(visit.owner()).stream()
                        .filter(each -> !besides.test(each.id()))
                        .toList();
        setItems(others);
        setVisible(!others.isEmpty());
    }

    /** The one at work, where another page, or this one before it was loaded anew, has begun it. */
    Optional<Sweep> running() {
        return sweeps.list(visit.owner()).stream()
                .filter(each -> each.state() == Sweep.State.RUNNING)
                .findFirst()
                .flatMap(this::find);
    }

    private void open(Summary summary) {
        find(summary).ifPresentOrElse(chosen, () -> offer(_ -> false));
    }

    private Optional<Sweep> find(Summary summary) {
        return sweeps.find(visit.owner(), summary.id());
    }
}

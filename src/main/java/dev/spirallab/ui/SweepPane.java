package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.account.Deed;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.SweepAdmission;
import dev.spirallab.run.SweepId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Farewells;
import dev.spirallab.ui.kit.Pause;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Varies one setting or two, and shows how all variants learn. */
final class SweepPane extends Pane {
    private static final Duration HIDDEN = Duration.ofSeconds(10);
    private static final long QUICK_MILLIS = 700;
    private static final long MILLIS_FOR_EACH = 40;

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final Workbench bench;
    private final BooleanSupplier mayTake;
    private final BiConsumer<Experiment, List<NodeTensor>> goOn;
    private final Line first;
    private final Line second;
    private final Select<Figure> figure = new Select<>();
    private final Select<Sight> sight = new Select<>();
    private final Div figureAsked;
    private final Div sightAsked;
    private final EarlierSweeps earlier;
    private final Button start;
    private final Button stop;
    private final Button take;
    private final Button delete;
    private final Farewells<SweepId> leaving;
    private final Paragraph words = new Paragraph();
    private final Div results = new Div();
    private final SweepCurves curves;
    private @Nullable Shown shown;
    private int chosen = -1;
    private boolean open;

    /** The sweep that is looked at. */
    private record Shown(Sweep sweep, SweepTable table, SweepParallel parallel) {}

    /** As what the variants stand beside their curves. */
    private enum Sight {
        TABLE,
        PARALLEL
    }

    /** A setting and its values. */
    private final class Line {
        private final Select<SweepSetting> setting = new Select<>();
        private final TextField values = new TextField();
        private final String key;

        private Line(String key, Optional<SweepSetting> usual) {
            this.key = key;
            setting.setLabel(texts.of(key));
            setting.setItems(SweepSetting.values());
            setting.setEmptySelectionAllowed(usual.isEmpty());
            setting.setEmptySelectionCaption(texts.of("sweep.none"));
            setting.setItemLabelGenerator(
                    each -> texts.of(each == null ? "sweep.none" : "sweep." + each.key()));
            values.setLabel(texts.of("sweep.values"));
            setting.addValueChangeListener(event -> suggest(event.getValue()));
            usual.ifPresentOrElse(setting::setValue, () -> suggest(null));
        }

        private List<Component> asked() {
            return List.of(
                    HelpMark.beside(texts, setting, key, "topic.varied"),
                    HelpMark.beside(texts, values, "sweep.values", "topic.values"));
        }

        private void suggest(@Nullable SweepSetting now) {
            values.setEnabled(now != null);
            values.setValue(now == null ? "" : now.usual());
            values.setInvalid(false);
        }

        /** Whether what is typed can be read. */
        private boolean isReadable() {
            boolean readable = setting.isEmpty() || axis().isPresent();
            values.setInvalid(!readable);
            values.setErrorMessage(readable ? "" : texts.of("sweep.unreadable"));
            return readable;
        }

        private Optional<Axis> axis() {
            return setting.getOptionalValue().flatMap(of -> SweepWords.axis(of, values.getValue()));
        }
    }

    /**
     * @param mayTake whether the reader may go on with a variant here
     * @param goOn takes a variant, and what it has learnt
     */
    SweepPane(
            Visit visit,
            Services services,
            Workbench bench,
            BooleanSupplier mayTake,
            BiConsumer<Experiment, List<NodeTensor>> goOn) {
        super("sweep");
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        this.bench = bench;
        this.mayTake = mayTake;
        this.goOn = goOn;
        first = new Line("sweep.first", Optional.of(SweepSetting.LEARNING_RATE));
        second = new Line("sweep.second", Optional.empty());
        curves = new SweepCurves(texts);
        start = new Button(texts.of("sweep.start"), _ -> begin());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        stop = new Button(texts.of("sweep.stop"), _ -> stop());
        take = new Button(texts.of("sweep.take"), _ -> take());
        leaving =
                new Farewells<>(
                        texts,
                        id -> services.runs().sweeps().delete(visit.owner(), id),
                        this::offerEarlier);
        delete = new Button(texts.of("sweep.delete"), _ -> delete());
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        figure.setLabel(texts.of("sweep.figure"));
        figure.setItemLabelGenerator(each -> texts.of("figure." + each.name()));
        figure.addValueChangeListener(_ -> look());
        sight.setLabel(texts.of("sweep.sight"));
        sight.setItems(Sight.values());
        sight.setItemLabelGenerator(each -> texts.of("sweep.sight." + each.name()));
        sight.setValue(Sight.TABLE);
        sight.addValueChangeListener(_ -> look());
        figureAsked = HelpMark.beside(texts, figure, "sweep.figure", "topic.compared");
        sightAsked = HelpMark.beside(texts, sight, "sweep.sight", "topic.sight");
        earlier = new EarlierSweeps(visit, services, this::watch);
        words.getElement().setAttribute("role", "status");
        results.addClassName("lab-sweep-results");
        Div row = new Div();
        row.add(first.asked());
        row.add(second.asked());
        row.add(start, stop, earlier);
        row.addClassName("lab-sweep-row");
        Div below = new Div(figureAsked, sightAsked, take, delete, words);
        below.addClassName("lab-sweep-row");
        add(row, below, results);
        arrange(false);
    }

    private void arrange(boolean running) {
        stop.setVisible(running);
        Shown now = shown;
        figureAsked.setVisible(now != null);
        sightAsked.setVisible(now != null && now.sweep().spec().axes().size() > 1);
        take.setVisible(now != null && mayTake.getAsBoolean());
        delete.setVisible(now != null && !running);
        take.setEnabled(chosen >= 0);
    }

    @Override
    protected void show(Optional<Run> run) {
        open = true;
        Optional<Sweep> begun = shown == null ? earlier.running() : Optional.empty();
        begun.ifPresentOrElse(
                this::watch,
                () -> {
                    offerEarlier();
                    look();
                });
    }

    @Override
    protected void hide() {
        open = false;
    }

    // beginning

    private void begin() {
        // Each says what is wrong with itself.
        boolean firstReadable = first.isReadable();
        if (second.isReadable() && firstReadable) {
            List<Axis> axes = new ArrayList<>();
            first.axis().ifPresent(axes::add);
            second.axis().ifPresent(axes::add);
            judge(new SweepSpec(bench.experiment(), axes));
        }
    }

    private void judge(SweepSpec asked) {
        switch (services.validator().validate(asked)) {
            case SweepResult.Sound sound ->
                    visit.refused(services, Deed.START)
                            .ifPresentOrElse(this::refuse, () -> begin(sound));
            case SweepResult.Unsound(List<Problem> problems) -> refuse(problems.getFirst());
        }
    }

    private void refuse(Problem problem) {
        words.setText(texts.of(problem));
    }

    private void begin(SweepResult.Sound sound) {
        switch (services.runs().sweeps().begin(visit.owner(), sound, false)) {
            case SweepAdmission.Begun(Sweep sweep) -> watch(sweep);
            case SweepAdmission.Refused(Problem problem) -> refuse(problem);
        }
    }

    private void watch(Sweep sweep) {
        chosen = -1;
        List<Figure> possible = figures(sweep.spec().base());
        SweepTable table = new SweepTable(texts, sweep.spec(), this::choose);
        SweepParallel parallel = new SweepParallel(texts, sweep.spec(), possible);
        shown = new Shown(sweep, table, parallel);
        results.removeAll();
        results.add(table, parallel, curves);
        figure.setItems(possible);
        figure.setValue(possible.contains(Figure.testLoss) ? Figure.testLoss : Figure.trainLoss);
        offerEarlier();
        look();
    }

    private static List<Figure> figures(Experiment experiment) {
        boolean classes = experiment.dataset().task() instanceof Task.Classification;
        boolean test = experiment.dataset().testSize() > 0;
        return Arrays.stream(Figure.values())
                .filter(each -> (classes || each.isLoss()) && (test || !each.isTest()))
                .toList();
    }

    // what is kept

    private void offerEarlier() {
        Optional<SweepId> present = Optional.ofNullable(shown).map(now -> now.sweep().id());
        earlier.offer(id -> leaving.holds(id) || present.equals(Optional.of(id)));
    }

    private void delete() {
        Shown now = shown;
        if (now != null) {
            leaving.begin(
                    now.sweep().id(),
                    texts.of("sweep.deleted", "title", now.sweep().spec().base().title()));
            shown = null;
            results.removeAll();
            words.setText("");
            arrange(false);
            offerEarlier();
        }
    }

    private void stop() {
        if (shown != null) {
            shown.sweep().close();
        }
    }

    // looking

    private void look() {
        Shown now = shown;
        Figure by = figure.getValue();
        if (now != null && by != null) {
            Standing standing = now.sweep().standing();
            if (open) {
                boolean table =
                        sight.getValue() == Sight.TABLE || now.sweep().spec().axes().size() == 1;
                now.table().setVisible(table);
                now.parallel().setVisible(!table);
                if (table) {
                    now.table().show(standing.variants(), by);
                } else {
                    now.parallel().show(standing.variants(), by, chosen);
                }
                curves.show(standing.variants(), by, now.table()::label, chosen);
                words.setText(said(standing, by, now.table()));
                arrange(standing.state() == State.RUNNING);
            }
            lookAgain(now, standing);
        }
    }

    /** Who looks no more loses the sweep, so a page that is there looks now and then. */
    private void lookAgain(Shown now, Standing standing) {
        boolean quick = open && standing.state() == State.RUNNING;
        long millis = Math.max(QUICK_MILLIS, MILLIS_FOR_EACH * standing.variants().size());
        if (standing.state() != State.BROKEN_OFF) {
            pause(quick ? Duration.ofMillis(millis) : HIDDEN, now);
        }
    }

    private @Nullable Pause looking;

    private void pause(Duration rest, Shown now) {
        if (looking != null) {
            looking.cancel();
        }
        looking = new Pause(visit.ui(), rest);
        looking.then(() -> {
            if (now.equals(shown)) {
                look();
            }
        });
    }

    private String said(Standing standing, Figure by, SweepTable table) {
        String state =
                texts.of(
                        "sweep.state." + standing.state().name(),
                        Map.of(
                                "count", Integer.toString(standing.variants().size()),
                                "done", Long.toString(Math.round(100 * standing.done()))));
        Scores scores = new Scores(standing.variants(), by);
        String best =
                scores.best()
                        .map(i ->
                                " "
                                        + texts.of(
                                                "sweep.best",
                                                Map.of(
                                                        "variant",
                                                        table.label(i),
                                                        "value",
                                                        Scores.text(
                                                                by, scores.of(i).orElseThrow()))))
                        .orElse("");
        return standing.problem().map(texts::of).orElse(state + best);
    }

    // going on

    private void choose(int variant) {
        chosen = variant;
        if (shown != null) {
            shown.table().choose(variant);
        }
        look();
    }

    private void take() {
        Shown now = shown;
        if (now != null && chosen >= 0) {
            // what left its memory is kept
            Sweep sweep =
                    services.runs()
                            .sweeps()
                            .find(visit.owner(), now.sweep().id())
                            .orElse(now.sweep());
            Valid valid = sweep.variants().get(chosen);
            var _ =
                    sweep.tensors(chosen)
                            .whenComplete((learnt, lost) ->
                                    visit.later(
                                            () -> take(valid, lost == null ? learnt : List.of())));
        }
    }

    private void take(Valid valid, List<NodeTensor> learnt) {
        goOn.accept(valid.experiment(), learnt);
    }
}

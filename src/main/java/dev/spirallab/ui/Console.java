package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.components.RunConnection;
import dev.spirallab.ui.components.RunCounters;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Amount;
import dev.spirallab.ui.kit.Choice;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.NumberBox;
import dev.spirallab.ui.share.Control;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import tools.jackson.databind.JsonNode;

/** Starts, stops and paces the run, and keeps the settings at hand that are changed most. */
final class Console extends Section {
    private static final List<Double> PACES = List.of(1.0, 10.0, 100.0, 400.0, 2000.0, 0.0);
    private static final double FASTEST = 1e6;
    private static final Setting RATE = Setting.of("optimizer.adam", "learningRate");
    private static final Setting BATCH = Setting.of("training", "batchSize");

    /** Steps a second that a new page trains at. */
    static final double PACE = 400;

    /** What the large button does. */
    enum Play {
        PLAY("workbench.play"),
        PAUSE("workbench.pause"),
        /** Plays the experiment as it is now, since the run shows an older one. */
        RESTART("workbench.restart");

        private final String key;

        Play(String key) {
            this.key = key;
        }
    }

    private final Texts texts;
    private final Button play = new Button();
    private final Button reset;
    private final Button reseed;
    private final Button step;
    private final Button stepEpoch;
    private final Button settings;
    private final Div transport;
    private final RunCounters counters = new RunCounters();
    private final RunConnection connection = new RunConnection();
    private final Span state = new Span();
    private final NumberBox pace;
    private final Component askedPace;
    private final Component askedOptimizer;
    private final Component askedRate;
    private final Component askedBatch;
    private final Div knobs;
    private final Select<String> optimizer = new Select<>();
    private final HelpMark optimizerMark;
    private final NumberBox rate;
    private final HelpMark rateMark;
    private final NumberBox batch;

    Console(Texts texts, List<Choice> optimizers) {
        this.texts = texts;
        addClassName("lab-console");
        getElement().setAttribute("aria-label", texts.of("workbench.console"));
        reset = button(Icon.RESET, "workbench.reset");
        reseed = button(Icon.RESEED, "workbench.reseed");
        step = button(Icon.STEP, "workbench.step");
        stepEpoch = button(Icon.STEP_EPOCH, "workbench.stepEpoch");
        settings = new Button(texts.of("workbench.settings"), Icon.SETTINGS.create());
        settings.addClassName("lab-settings-button");
        play.addThemeVariants(ButtonVariant.PRIMARY);
        play.addClassName("lab-play");
        state.addClassName("lab-state");
        furnish(optimizers);
        pace = new NumberBox(texts, texts.of("workbench.pace"), paces());
        pace.show(Optional.of(PACE));
        rate = new NumberBox(texts, texts.of("workbench.rate"), RATE.amount(texts));
        batch = new NumberBox(texts, texts.of("workbench.batch"), BATCH.amount(texts));
        List.of(pace, rate, batch).forEach(NumberBox::setCompact);
        optimizerMark = Setting.of("training", "optimizer").mark(texts);
        rateMark = RATE.mark(texts);
        askedPace = HelpMark.beside(texts, pace, "workbench.pace", "topic.pace");
        askedOptimizer = optimizerMark.beside(optimizer);
        askedRate = rateMark.beside(rate);
        askedBatch = BATCH.mark(texts).beside(batch);
        transport = group("lab-transport", reset, reseed, play, step, stepEpoch);
        add(transport);
        add(group("lab-progress", counters, state, connection));
        knobs = group("lab-knobs", askedPace, askedOptimizer, askedRate, askedBatch, settings);
        add(knobs);
        showPlay(Play.PLAY);
    }

    private void furnish(List<Choice> optimizers) {
        optimizer.setLabel(texts.of("workbench.optimizer"));
        optimizer.setItems(optimizers.stream().map(Choice::value).toList());
        optimizer.setItemLabelGenerator(value -> Choice.label(optimizers, value));
    }

    private Amount paces() {
        String unit = texts.of("unit.pace");
        String zero = texts.of("workbench.pace.max");
        return new Amount(false, false, 0, FASTEST, 0, 10, PACES, unit, zero, false);
    }

    private Button button(Icon icon, String key) {
        Button button = new Button(icon.create());
        button.setAriaLabel(texts.of(key));
        button.setTooltipText(texts.of(key + ".hint"));
        return button;
    }

    /** What its buttons do, for the palette and the keyboard. */
    List<Action> actions() {
        return List.of(
                action("play", play).keys("Space", "Mod+Enter"),
                action("reset", reset),
                action("reseed", reseed),
                action("step", step),
                action("stepEpoch", stepEpoch),
                action("settings", settings),
                leading("pace", pace),
                leading("rate", rate));
    }

    private Action leading(String id, NumberBox box) {
        return Action.named(Area.SETTING, "go." + id, texts.of("workbench." + id), box::focus)
                .when(() -> !box.isReadOnly() && askedPace.isVisible());
    }

    private Action action(String id, Button button) {
        return Action.of(texts, Area.TRAINING, id, button::click)
                .when(() -> button.isEnabled() && transport.isVisible());
    }

    private static Div group(String name, Component... parts) {
        Div group = new Div(parts);
        group.addClassName(name);
        return group;
    }

    void onPlay(Runnable listener) {
        play.addClickListener(_ -> listener.run());
    }

    void onReset(Runnable listener) {
        reset.addClickListener(_ -> listener.run());
    }

    void onReseed(Runnable listener) {
        reseed.addClickListener(_ -> listener.run());
    }

    void onStep(Runnable listener) {
        step.addClickListener(_ -> listener.run());
    }

    void onStepEpoch(Runnable listener) {
        stepEpoch.addClickListener(_ -> listener.run());
    }

    void onSettings(Runnable listener) {
        settings.addClickListener(_ -> listener.run());
    }

    void onPace(DoubleConsumer listener) {
        pace.onNumber(value -> {
            value.map(paced -> Math.clamp(paced, 0, FASTEST))
                    .ifPresent(paced -> {
                        pace.show(Optional.of(paced));
                        listener.accept(paced);
                    });
            return "";
        });
    }

    void onOptimizer(Consumer<String> listener) {
        optimizer.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    /**
     * @param setter takes the settings at hand here to the experiment
     */
    void onSetting(Forms.Setter setter) {
        rate.onNumber(value -> told(setter, RATE, "training.optimizer.learningRate", value));
        batch.onNumber(value -> told(setter, BATCH, "training.batchSize", value));
    }

    private String told(Forms.Setter setter, Setting setting, String path, Optional<Double> value) {
        List<Problem> problems =
                value.map(number -> setter.set(path, Forms.node(setting, number)))
                        .orElse(List.of());
        return problems.stream()
                .map(problem -> texts.of(problem, setting.label(texts)))
                .findFirst()
                .orElse("");
    }

    /** Shows the settings of the experiment that are at hand here. */
    void show(Experiment experiment, JsonNode document) {
        String kind = JsonPath.at(document, "training.optimizer.kind").asString();
        show(optimizer, kind);
        optimizerMark.setChosen("optimizer." + kind);
        rate.show(Optional.of(experiment.training().optimizer().learningRate()));
        batch.show(Optional.of((double) experiment.training().batchSize()));
    }

    /** Leaves a field alone that shows the value already: somebody may be typing there. */
    private static <T> void show(HasValue<?, T> field, T value) {
        if (!value.equals(field.getValue())) {
            field.setValue(value);
        }
    }

    void showPace(double stepsPerSecond) {
        pace.show(Optional.of(stepsPerSecond));
    }

    void showRun(Optional<String> runId) {
        counters.setRunId(runId.orElse(null));
        connection.setRunId(runId.orElse(null));
    }

    /**
     * @param why more about it, or nothing
     */
    void showState(String text, String kind, String why) {
        state.setText(text);
        state.setTitle(why);
        state.getElement().setAttribute("data-state", kind);
    }

    void showPlay(Play shown) {
        play.setIcon((shown == Play.PAUSE ? Icon.PAUSE : Icon.PLAY).create());
        play.setText(texts.of(shown.key));
        play.setTooltipText(texts.of(shown.key + ".hint"));
        play.getElement().setAttribute("data-running", shown == Play.PAUSE);
    }

    /**
     * @param reason why the run cannot go on, in the reader's words
     */
    void setPlayable(boolean playable, String reason) {
        List.of(play, step, stepEpoch).forEach(button -> button.setEnabled(playable));
        if (!playable) {
            play.setTooltipText(reason);
        }
    }

    /**
     * Leaves what was chosen.
     *
     * @param added more of them
     */
    void showOnly(Set<Control> controls, List<Component> added) {
        parts().forEach((control, part) -> part.setVisible(controls.contains(control)));
        reseed.setVisible(controls.contains(Control.RESET));
        stepEpoch.setVisible(controls.contains(Control.STEP));
        settings.setVisible(false);
        knobs.add(added);
    }

    private Map<Control, Component> parts() {
        return Map.of(
                Control.PLAY, play,
                Control.STEP, step,
                Control.RESET, reset,
                Control.SPEED, askedPace,
                Control.OPTIMIZER, askedOptimizer,
                Control.RATE, askedRate,
                Control.BATCH, askedBatch);
    }

    void setReadOnly(boolean readOnly) {
        transport.setVisible(!readOnly);
        askedPace.setVisible(!readOnly);
        settings.setVisible(!readOnly);
        optimizer.setReadOnly(readOnly);
        rate.setReadOnly(readOnly);
        batch.setReadOnly(readOnly);
    }
}

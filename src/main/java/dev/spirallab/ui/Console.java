package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.components.RunConnection;
import dev.spirallab.ui.components.RunCounters;
import dev.spirallab.ui.kit.Choice;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/** Starts, stops and paces the run, and keeps the settings at hand that are changed most. */
final class Console extends Section {
    private static final List<Double> RATES =
            List.of(0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0);
    private static final List<Integer> BATCHES = List.of(1, 8, 10, 16, 32, 64, 128, 256, 512, 0);
    private static final List<Double> PACES = List.of(1.0, 10.0, 100.0, 400.0, 2000.0, 0.0);

    /** Steps a second that a new page trains at. */
    static final double PACE = 400;

    /** The space bar plays and pauses wherever it has no other meaning. */
    private static final String SPACE =
            """
            document.addEventListener('keydown', (event) => {
              if (event.key === ' ' && event.target === document.body && !event.repeat) {
                event.preventDefault();
                this.click();
              }
            });
            """;

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
    private final Select<Double> pace = new Select<>();
    private final Select<String> optimizer = new Select<>();
    private final ComboBox<Double> rate = new ComboBox<>();
    private final ComboBox<Integer> batch = new ComboBox<>();

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
        play.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        state.addClassName("lab-state");
        furnish(optimizers);
        transport = group("lab-transport", reset, reseed, play, step, stepEpoch);
        add(transport);
        add(group("lab-progress", counters, state, connection));
        add(group("lab-knobs", pace, optimizer, rate, batch, settings));
        showPlay(Play.PLAY);
        play.getElement().executeJs(SPACE);
    }

    private void furnish(List<Choice> optimizers) {
        pace.setLabel(texts.of("workbench.pace"));
        pace.setItems(PACES);
        pace.setItemLabelGenerator(this::paceText);
        pace.setValue(PACE);
        optimizer.setLabel(texts.of("workbench.optimizer"));
        optimizer.setItems(optimizers.stream().map(Choice::value).toList());
        optimizer.setItemLabelGenerator(value -> Choice.label(optimizers, value));
        rate.setLabel(texts.of("workbench.rate"));
        rate.setItems(RATES);
        rate.setItemLabelGenerator(Numbers::text);
        rate.setAllowCustomValue(true);
        batch.setLabel(texts.of("workbench.batch"));
        batch.setItems(BATCHES);
        batch.setItemLabelGenerator(this::batchText);
        batch.setAllowCustomValue(true);
    }

    private String paceText(double stepsPerSecond) {
        return stepsPerSecond == 0
                ? texts.of("workbench.pace.max")
                : texts.of("workbench.pace.steps", "steps", Numbers.text(stepsPerSecond));
    }

    private String batchText(int size) {
        return size == 0 ? texts.of("workbench.batch.full") : Integer.toString(size);
    }

    private Button button(Icon icon, String key) {
        Button button = new Button(icon.create());
        button.setAriaLabel(texts.of(key));
        button.setTooltipText(texts.of(key + ".hint"));
        return button;
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
        pace.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    void onOptimizer(Consumer<String> listener) {
        optimizer.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    void onRate(DoubleConsumer listener) {
        onChosen(rate, listener::accept);
        rate.addCustomValueSetListener(event -> typed(rate, event.getDetail(), listener));
    }

    void onBatch(IntConsumer listener) {
        onChosen(batch, listener::accept);
        batch.addCustomValueSetListener(
                event -> typed(batch, event.getDetail(), size -> listener.accept((int) size)));
    }

    /** An emptied field gets its value back: there is no setting without one. */
    private static <T> void onChosen(ComboBox<T> field, Consumer<T> listener) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() == null) {
                field.setValue(event.getOldValue());
            } else if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    private void typed(ComboBox<?> field, String text, DoubleConsumer listener) {
        Numbers.parse(text)
                .ifPresentOrElse(
                        listener::accept,
                        () -> Notification.show(texts.of("workbench.settings.notANumber")));
        showChosen(field);
    }

    /** Puts the field's value in the place of what was typed, whether or not that was taken. */
    private static void showChosen(ComboBox<?> field) {
        field.getElement().executeJs("this.inputElement.value = this.selectedItem?.label ?? ''");
    }

    /** Shows the settings of the experiment that are at hand here. */
    void show(Experiment experiment, JsonNode document) {
        show(optimizer, JsonPath.at(document, "training.optimizer.kind").asString());
        show(rate, experiment.training().optimizer().learningRate());
        show(batch, experiment.training().batchSize());
    }

    /** Leaves a field alone that shows the value already: somebody may be typing there. */
    private static <T> void show(HasValue<?, T> field, T value) {
        if (!value.equals(field.getValue())) {
            field.setValue(value);
        }
    }

    void showPace(double stepsPerSecond) {
        show(pace, stepsPerSecond);
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

    void setReadOnly(boolean readOnly) {
        transport.setVisible(!readOnly);
        pace.setVisible(!readOnly);
        settings.setVisible(!readOnly);
        optimizer.setReadOnly(readOnly);
        rate.setReadOnly(readOnly);
        batch.setReadOnly(readOnly);
    }
}

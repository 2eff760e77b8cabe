package dev.spirallab.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All settings of the training; stays open beside the page while it trains. */
final class SettingsDialog extends Dialog {
    private static final String SCHEDULE = "schedule";
    private static final String LEFT = "12px";
    private static final String RIGHT = "max(12px, calc(100vw - 860px))";

    /** The sections with their settings, in the order in which they stand. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private final Texts texts;
    private final Forms.Setter setter;
    private final Map<String, Forms.Field> fields = new LinkedHashMap<>();
    private final Notice wrong = new Notice();
    private Optional<Notice.Word> trouble = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private Optional<RatePreview> rates = Optional.empty();

    /** What the fields show. */
    private record Shown(Experiment experiment, JsonNode document) {}

    SettingsDialog(Texts texts, Forms.Setter setter) {
        this.texts = texts;
        this.setter = setter;
        addClassName("lab-settings");
        setHeaderTitle(texts.of("workbench.settings.title"));
        setModality(ModalityMode.MODELESS);
        setDraggable(true);
        setTop("min(116px, 15vh)");
        setLeft(RIGHT);
        Button aside = new Button(Icon.SIDES.create(), _ -> changeSides());
        aside.addClassName("lab-settings-aside");
        aside.addThemeVariants(ButtonVariant.TERTIARY);
        aside.setAriaLabel(texts.of("workbench.settings.aside"));
        aside.setTooltipText(texts.of("workbench.settings.aside"));
        getHeader().add(aside);
        Button close = new Button(Icon.CLOSE.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(texts.of("workbench.close"));
        getHeader().add(close);
        wrong.getElement().removeAttribute("role"); // the page has said it
        addOpenedChangeListener(_ -> showWrong());
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("learning", List.of("optimizer", "loss", "batchSize", "seed"));
        sections.put(SCHEDULE, List.of(SCHEDULE, "warmup"));
        sections.put("regularization", List.of("regularization", "gradientClipping"));
        sections.put("end", List.of("epochs", "steps", "earlyStopping", "target"));
        return sections;
    }

    /** The page comes without the many fields: whoever opens the dialog gets them. */
    @Override
    public void setOpened(boolean opened) {
        if (opened && fields.isEmpty()) {
            furnish();
        }
        super.setOpened(opened);
    }

    private void furnish() {
        Forms forms = new Forms(texts, setter);
        SECTIONS.forEach((heading, names) -> {
            Section section = section(forms, heading, names);
            if (heading.equals(SCHEDULE)) {
                RatePreview preview = new RatePreview(texts);
                rates = Optional.of(preview);
                section.add(preview);
            }
            add(section);
        });
        shown.ifPresent(this::show);
    }

    void say(Optional<Notice.Word> word) {
        trouble = word;
        showWrong();
    }

    private void showWrong() {
        Optional<Notice.Word> said = trouble.filter(_ -> isOpened());
        wrong.say(said);
        if (said.isEmpty()) {
            wrong.removeFromParent();
        } else if (wrong.getParent().isEmpty()) {
            addComponentAsFirst(wrong);
        }
    }

    /** Whoever does not drag the dialog away from what it hides clicks it away. */
    private void changeSides() {
        setLeft(LEFT.equals(getLeft()) ? RIGHT : LEFT);
    }

    private Section section(Forms forms, String heading, List<String> names) {
        Section section = new Section(new H3(texts.of("workbench.settings." + heading)));
        Div body = new Div();
        body.addClassName("lab-fields");
        for (String name : names) {
            Forms.Field field = forms.field(setting(name), "training");
            fields.put(name, field);
            body.add(field.component());
        }
        section.add(body);
        return section;
    }

    private static Setting setting(String name) {
        return Setting.of("training", name);
    }

    /** Leads to each setting, for the palette. */
    List<Action> actions() {
        return SECTIONS.values().stream().flatMap(List::stream).map(this::leading).toList();
    }

    private Action leading(String name) {
        return Action.named(
                        Area.SETTING, "go." + name, setting(name).label(texts), () -> lead(name))
                .when(this::isEnabled);
    }

    private void lead(String name) {
        open();
        requireNonNull(fields.get(name)).focus();
    }

    void show(Experiment experiment, JsonNode document) {
        Shown now = new Shown(experiment, document);
        shown = Optional.of(now);
        show(now);
    }

    private void show(Shown now) {
        fields.values().forEach(field -> field.show(now.document()));
        rates.ifPresent(preview -> preview.show(now.experiment()));
    }
}

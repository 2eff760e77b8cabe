package dev.spirallab.ui;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** All settings of the training; stays open beside the page while it trains. */
final class SettingsDialog extends Dialog {
    private static final String LEFT = "12px";
    private static final String RIGHT = "max(12px, calc(100vw - 860px))";

    private final Texts texts;
    private final RatePreview rates;
    private final Map<Setting, Forms.Field> fields = new LinkedHashMap<>();

    SettingsDialog(Texts texts, Forms.Setter setter) {
        this.texts = texts;
        this.rates = new RatePreview(texts);
        Forms forms = new Forms(texts, setter);
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
        add(section(forms, "learning", "optimizer", "loss", "batchSize", "seed"));
        Section schedule = section(forms, "schedule", "schedule", "warmup");
        schedule.add(rates);
        add(schedule);
        add(section(forms, "regularization", "regularization", "gradientClipping"));
        add(section(forms, "end", "epochs", "steps", "earlyStopping", "target"));
    }

    /** Whoever does not drag the dialog away from what it hides clicks it away. */
    private void changeSides() {
        setLeft(LEFT.equals(getLeft()) ? RIGHT : LEFT);
    }

    private Section section(Forms forms, String heading, String... names) {
        Section section = new Section(new H3(texts.of("workbench.settings." + heading)));
        Div body = new Div();
        body.addClassName("lab-fields");
        for (String name : names) {
            Setting setting = Setting.of("training", name);
            Forms.Field field = forms.field(setting, "training");
            fields.put(setting, field);
            body.add(field.component());
        }
        section.add(body);
        return section;
    }

    /** Leads to each setting, for the palette. */
    List<Action> actions() {
        return fields.entrySet().stream()
                .map(entry -> leading(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Action leading(Setting setting, Forms.Field field) {
        String name = setting.label(texts);
        return Action.named(Area.SETTING, "go." + setting.name(), name, () -> lead(field))
                .when(this::isEnabled);
    }

    private void lead(Forms.Field field) {
        open();
        field.focus();
    }

    void show(Experiment experiment, JsonNode document) {
        fields.values().forEach(field -> field.show(document));
        rates.show(experiment);
    }
}

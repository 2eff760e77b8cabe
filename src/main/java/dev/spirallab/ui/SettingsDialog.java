package dev.spirallab.ui;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All settings of the training; stays open beside the page while it trains. */
final class SettingsDialog extends Dialog {
    private final List<Forms.Field> fields = new ArrayList<>();

    SettingsDialog(Texts texts, Forms.Setter setter) {
        Forms forms = new Forms(texts, setter);
        addClassName("lab-settings");
        setHeaderTitle(texts.of("workbench.settings.title"));
        setModality(ModalityMode.MODELESS);
        setDraggable(true);
        setTop("min(116px, 10vh)");
        setLeft("max(12px, calc(100vw - 860px))");
        Button close = new Button(Icon.CLOSE.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(texts.of("workbench.close"));
        getHeader().add(close);
        add(section(texts, forms, "learning", "optimizer", "loss", "batchSize", "seed"));
        add(section(texts, forms, "schedule", "schedule", "warmup"));
        add(section(texts, forms, "regularization", "regularization", "gradientClipping"));
        add(section(texts, forms, "end", "epochs", "steps", "earlyStopping", "target"));
    }

    private Section section(Texts texts, Forms forms, String heading, String... names) {
        Section section = new Section(new H3(texts.of("workbench.settings." + heading)));
        Div body = new Div();
        body.addClassName("lab-fields");
        for (String name : names) {
            Forms.Field field = forms.field("training", name, "training");
            fields.add(field);
            body.add(field.component());
        }
        section.add(body);
        return section;
    }

    void show(JsonNode document) {
        fields.forEach(field -> field.show(document));
    }
}

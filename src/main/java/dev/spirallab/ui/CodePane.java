package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.export.CodeExport;
import dev.spirallab.export.CodeForm;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.ui.kit.Clipboard;
import java.util.Objects;
import java.util.Optional;

/** The experiment as code: to look at, to copy, to save. */
final class CodePane extends Div {
    private final Texts texts;
    private final Workbench bench;
    private final Select<CodeForm> form = new Select<>();
    private final Paragraph hint = new Paragraph();
    private final Pre code = new Pre();
    private final Button copy;
    private final Button save;

    CodePane(Texts texts, Workbench bench) {
        this.texts = texts;
        this.bench = bench;
        addClassName("lab-code-pane");
        copy = new Button(texts.of("export.copy"), _ -> Clipboard.copy(code.getText()));
        save = new Button(texts.of("export.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        form.setLabel(texts.of("export.as"));
        form.setItems(CodeForm.values());
        form.setItemLabelGenerator(each -> texts.of("export.form." + each.name()));
        form.addValueChangeListener(_ -> show());
        code.addClassName("lab-code");
        code.getElement().setAttribute("tabindex", "0");
        code.getElement().setAttribute("role", "region");
        code.getElement().setAttribute("aria-label", texts.of("export.code"));
        Div row = new Div(form, copy, save);
        row.addClassName("lab-code-row");
        add(row, hint, code);
        form.setValue(CodeForm.pytorch);
    }

    private void show() {
        bench.valid()
                .map(valid -> CodeExport.of(valid, form.getValue(), texts))
                .ifPresentOrElse(this::show, () -> refuse(bench.obstacle()));
    }

    private void show(String written) {
        code.setText(written);
        hint.setText(texts.of("export.form." + form.getValue().name() + ".help"));
        setUsable(true);
    }

    private void refuse(Optional<Problem> obstacle) {
        hint.setText(obstacle.map(texts::of).orElse(""));
        setUsable(false);
    }

    private void setUsable(boolean usable) {
        code.setVisible(usable);
        copy.setEnabled(usable);
        save.setEnabled(usable);
    }

    private void save() {
        CodeForm chosen = Objects.requireNonNull(form.getValue());
        Clipboard.download(
                ExperimentJson.fileName(bench.experiment(), chosen.suffix()), code.getText());
    }
}

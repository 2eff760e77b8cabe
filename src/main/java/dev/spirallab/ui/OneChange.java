package dev.spirallab.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.ui.kit.Sheet;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Chooses one setting of an experiment, and another value of it. */
final class OneChange extends Sheet {
    /** As long as a title may be. */
    private static final int LONGEST_TITLE = 200;

    private final Texts texts;
    private final Experiment base;
    private final Function<Experiment, Optional<Problem>> begin;
    private final Select<SweepSetting> setting = new Select<>();
    private final TextField value = new TextField();
    private final Paragraph trouble = new Paragraph();

    /**
     * @param begin what becomes of the changed experiment; why it cannot be
     */
    OneChange(Texts texts, Experiment base, Function<Experiment, Optional<Problem>> begin) {
        super(texts, "lab-one-change", texts.of("compare.change.title"));
        this.texts = texts;
        this.base = base;
        this.begin = begin;
        setting.setLabel(texts.of("compare.change.setting"));
        setting.setItems(
                Arrays.stream(SweepSetting.values()).filter(each -> each.fits(base)).toList());
        setting.setItemLabelGenerator(each -> texts.of("sweep." + each.key()));
        setting.setValue(SweepSetting.LEARNING_RATE);
        value.setLabel(texts.of("compare.change.value"));
        value.addKeyPressListener(Key.ENTER, _ -> accept());
        Button start = new Button(texts.of("compare.change.start"), _ -> accept());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        trouble.getElement().setAttribute("role", "status");
        Div row = new Div(setting, value, start);
        row.addClassName("lab-sweep-row");
        add(new Paragraph(texts.of("compare.change.help", "title", base.title())), row, trouble);
        value.focus();
    }

    private void accept() {
        Optional<Axis> axis =
                SweepWords.axis(setting.getValue(), value.getValue())
                        .filter(one -> one.values().size() == 1);
        value.setInvalid(axis.isEmpty());
        value.setErrorMessage(texts.of("compare.change.unreadable"));
        axis.map(this::changed).ifPresent(this::begin);
    }

    private Experiment changed(Axis axis) {
        String title =
                base.title()
                        + " · "
                        + texts.of("sweep." + axis.name())
                        + " "
                        + SweepWords.label(axis, 0);
        return axis.apply(base, 0)
                .withTitle(title.substring(0, Math.min(LONGEST_TITLE, title.length())));
    }

    private void begin(Experiment experiment) {
        begin.apply(experiment)
                .ifPresentOrElse(problem -> trouble.setText(texts.of(problem)), this::close);
    }
}

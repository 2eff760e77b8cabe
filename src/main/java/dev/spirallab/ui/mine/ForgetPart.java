package dev.spirallab.ui.mine;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.i18n.Texts;

/** The way out of a browser that others use too. */
final class ForgetPart extends Part {
    private final Reader reader;
    private final Button ask;
    private final Paragraph consequence = new Paragraph();
    private final Div question = new Div();
    private final Button make;
    private final Button forget;

    /**
     * @param makeCode makes a recovery code, and shows it
     */
    ForgetPart(Reader reader, Runnable makeCode) {
        super(reader.texts(), "mine.forget");
        this.reader = reader;
        Texts texts = reader.texts();
        ask = new Button(texts.of("mine.forget.ask"), _ -> ask());
        make = new Button(texts.of("mine.code.make"), _ -> makeCode.run());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        forget = new Button("", _ -> reader.forget());
        forget.addThemeVariants(ButtonVariant.ERROR);
        Div row = new Div(make, forget);
        row.addClassName("lab-account-row");
        question.add(consequence, row);
        question.getElement().setAttribute("role", "status");
        question.setVisible(false);
        add(ask, question);
    }

    private void ask() {
        show();
        ask.setVisible(false);
        question.setVisible(true);
        (make.isVisible() ? make : forget).focus();
    }

    /** Who leaves without a code never comes back: that is said before. */
    void show() {
        boolean hasCode = reader.hasCode();
        boolean losing = !hasCode && reader.experiments() > 0;
        Texts texts = reader.texts();
        consequence.setText(
                texts.of(
                        losing ? "mine.forget.losing" : "mine.forget.sure",
                        "count",
                        reader.experiments()));
        make.setVisible(losing);
        forget.setText(texts.of(losing ? "mine.forget.anyway" : "mine.forget.now"));
    }
}

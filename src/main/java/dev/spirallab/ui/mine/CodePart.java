package dev.spirallab.ui.mine;

import com.vaadin.flow.component.button.Button;
import dev.spirallab.i18n.Texts;

/** A recovery code to take along to another browser. */
final class CodePart extends Part {
    private final Reader reader;
    private final Secret secret;
    private final Button make;
    private Runnable onMade = () -> {};

    CodePart(Reader reader) {
        super(reader.texts(), "mine.code");
        this.reader = reader;
        secret = new Secret(reader.texts(), "mine.code.new");
        make = new Button("", _ -> make());
        add(make, secret);
        show();
    }

    /** Hears that there is a new code. */
    void onMade(Runnable listener) {
        onMade = listener;
    }

    void make() {
        secret.tell(reader.newCode());
        show();
        onMade.run();
    }

    private void show() {
        Texts texts = reader.texts();
        make.setText(texts.of(reader.hasCode() ? "mine.code.another" : "mine.code.make"));
    }
}

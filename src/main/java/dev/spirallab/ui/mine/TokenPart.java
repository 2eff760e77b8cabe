package dev.spirallab.ui.mine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.account.ApiToken;
import dev.spirallab.account.Tokens;
import dev.spirallab.account.Tokens.Creation;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.SureButton;
import dev.spirallab.ui.kit.SureButton.Named;
import dev.spirallab.ui.kit.When;
import java.util.List;

/** Tokens for programs of one's own. */
final class TokenPart extends Part {
    private final Reader reader;
    private final Texts texts;
    private final TextField name = new TextField();
    private final Secret secret;
    private final UnorderedList list = new UnorderedList();

    TokenPart(Reader reader) {
        super(reader.texts(), "mine.tokens");
        this.reader = reader;
        texts = reader.texts();
        secret = new Secret(texts, "mine.tokens.new");
        list.addClassName("lab-mine-list");
        add(documentation(), adding(), secret, list);
        show();
    }

    private Component documentation() {
        Anchor link = new Anchor("api/docs", texts.of("mine.tokens.docs"));
        link.setTarget("_blank");
        link.setRouterIgnore(true);
        return new Paragraph(link);
    }

    private Component adding() {
        name.setLabel(texts.of("mine.tokens.name"));
        name.setMaxLength(Tokens.LONGEST_NAME);
        name.addKeyPressListener(Key.ENTER, _ -> make());
        Div row = new Div(name, new Button(texts.of("mine.tokens.make"), _ -> make()));
        row.addClassName("lab-account-row");
        return row;
    }

    private void make() {
        String called =
                name.getValue().isBlank() ? texts.of("mine.tokens.unnamed") : name.getValue();
        switch (reader.accounts().tokens().create(reader.owner(), called)) {
            case Creation.Created(String token, ApiToken _) -> tell(token);
            case Creation.Refused(Problem problem) -> complain(texts.of(problem));
        }
    }

    private void tell(String token) {
        name.clear();
        name.setInvalid(false);
        secret.tell(token);
        show();
    }

    private void complain(String why) {
        name.setErrorMessage(why);
        name.setInvalid(true);
    }

    private void show() {
        List<ApiToken> tokens = reader.accounts().tokens().list(reader.owner());
        list.removeAll();
        tokens.stream().map(this::row).forEach(list::add);
        list.setVisible(!tokens.isEmpty());
    }

    private ListItem row(ApiToken token) {
        Div words = new Div(new Span(token.name()), facts(token));
        words.addClassName("lab-mine-words");
        ListItem row = new ListItem(words, revoke(token));
        row.addClassName("lab-mine-row");
        return row;
    }

    private Component facts(ApiToken token) {
        Div facts = new Div(new Span(token.beginning() + "…"));
        facts.addClassName("lab-mine-facts");
        facts.add(
                new Span(
                        new Span(texts.of("mine.tokens.created") + " "),
                        new When(token.created(), texts.locale())));
        facts.add(
                token.used()
                        .map(used ->
                                new Span(
                                        new Span(texts.of("mine.tokens.used") + " "),
                                        new When(used, texts.locale())))
                        .orElseGet(() -> new Span(texts.of("mine.tokens.unused"))));
        return facts;
    }

    private Button revoke(ApiToken token) {
        return new SureButton(
                new Named(
                        texts.of("mine.tokens.revoke"),
                        texts.of("mine.tokens.revoke.of", "name", token.name())),
                new Named(
                        texts.of("mine.tokens.revoke.sure"),
                        texts.of("mine.tokens.revoke.sure.of", "name", token.name())),
                () -> {
                    reader.accounts().tokens().revoke(reader.owner(), token.id());
                    show();
                    name.focus();
                });
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.RunId;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import java.util.List;

/** Gives the links with which others watch the run. */
final class ShareDialog extends Dialog {
    private final Texts texts;
    private final Div links = new Div();

    /**
     * @param hosts where others on the network find this server
     */
    ShareDialog(Texts texts, List<String> hosts, RunId run) {
        this.texts = texts;
        addClassName("lab-share");
        setHeaderTitle(texts.of("workbench.share"));
        links.addClassName("lab-links");
        add(new Paragraph(texts.of("workbench.share.hint")), links);
        getFooter().add(new Button(texts.of("workbench.close"), _ -> close()));
        getElement()
                .executeJs("return document.baseURI")
                .then(String.class, page -> show(page, hosts, run));
    }

    private void show(String page, List<String> hosts, RunId run) {
        WatchLinks.of(page, hosts, run).forEach(link -> links.add(row(link)));
        if (!WatchLinks.reachesOthers(page)) {
            String reach = hosts.isEmpty() ? "here" : "network";
            links.add(new Paragraph(texts.of("workbench.share." + reach)));
        }
    }

    private Component row(String link) {
        TextField field = new TextField(texts.of("workbench.share.link"));
        field.setValue(link);
        field.setReadOnly(true);
        Div row = new Div(field, copy(link));
        row.addClassName("lab-link");
        return row;
    }

    private Button copy(String link) {
        Button copy = new Button(texts.of("workbench.share.copy"), Icon.LINK.create());
        copy.addClickListener(_ -> {
            Clipboard.copy(link);
            copy.setText(texts.of("workbench.copied"));
        });
        return copy;
    }
}

package dev.spirallab.ui.keep;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Version;
import dev.spirallab.experiment.Versioning;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Called;
import dev.spirallab.ui.kit.Sheet;
import dev.spirallab.ui.kit.When;
import java.util.List;

/**
 * The states of an experiment to come back to: those that have a name, and those kept by itself.
 */
public final class SavePoints extends Sheet {

    private final Texts texts;
    private final Shelf shelf;
    private final ExperimentId id;
    private final TextField name = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing;

    /**
     * @param id of the experiment on the bench
     */
    public SavePoints(Texts texts, Shelf shelf, ExperimentId id) {
        super(texts, "lab-points", texts.of("share.points"));
        this.texts = texts;
        this.shelf = shelf;
        this.id = id;
        nothing = new Paragraph(texts.of("share.points.empty"));
        nothing.addClassName("lab-empty");
        list.addClassName("lab-mine-list");
        add(new Paragraph(texts.of("share.points.hint")), adding(), list, nothing);
        show();
    }

    private Component adding() {
        name.setLabel(texts.of("share.points.name"));
        name.setMaxLength(Version.LONGEST_NAME);
        name.addKeyPressListener(Key.ENTER, _ -> keep());
        Button keep = new Button(texts.of("share.points.keep"), _ -> keep());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(name, keep);
        row.addClassName("lab-link");
        return row;
    }

    private void keep() {
        if (kept(name.getValue().strip())) {
            name.clear();
            show();
        }
    }

    private boolean kept(String called) {
        return switch (shelf.experiments().keepVersion(shelf.owner(), id, called)) {
            case Versioning.Made _ -> true;
            case Versioning.Missing _ -> told(texts.of("share.lost"));
            case Versioning.Refused(Problem problem) -> told(texts.of(problem));
        };
    }

    private static boolean told(String complaint) {
        Notification.show(complaint);
        return false;
    }

    private void show() {
        List<Version> versions = shelf.experiments().versions(shelf.owner(), id);
        list.removeAll();
        versions.stream().map(this::row).forEach(list::add);
        nothing.setVisible(versions.isEmpty());
    }

    private ListItem row(Version version) {
        Div words =
                new Div(
                        new Span(Called.savePoint(version.name(), texts)),
                        new When(version.at(), texts.locale()));
        words.addClassName("lab-mine-words");
        ListItem row =
                new ListItem(
                        words,
                        look(version),
                        deed("restore", version, () -> restore(version)),
                        deed("delete", version, () -> delete(version)));
        row.addClassName("lab-mine-row");
        row.getElement().setAttribute("data-named", !version.name().isBlank());
        return row;
    }

    private Component look(Version version) {
        Anchor look =
                new Anchor(
                        "?e=%s&version=%d".formatted(id, version.number()),
                        texts.of("share.points.look"));
        look.setTarget("_blank");
        look.setRouterIgnore(true);
        look.setAriaLabel(
                texts.of("share.points.look.of", "name", Called.savePoint(version.name(), texts)));
        return look;
    }

    private Button deed(String deed, Version version, Runnable action) {
        Button button = new Button(texts.of("share.points." + deed), _ -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(
                texts.of(
                        "share.points." + deed + ".of",
                        "name",
                        Called.savePoint(version.name(), texts)));
        return button;
    }

    /** The present state becomes a save point before. */
    private void restore(Version version) {
        shelf.experiments()
                .version(shelf.owner(), id, version.number())
                .filter(_ ->
                        kept(
                                texts.of(
                                        "share.points.before",
                                        "name",
                                        Called.savePoint(version.name(), texts))))
                .ifPresent(earlier -> {
                    shelf.restore(earlier);
                    close();
                    Notification.show(
                            texts.of(
                                    "share.points.restored",
                                    "name",
                                    Called.savePoint(version.name(), texts)));
                });
    }

    private void delete(Version version) {
        shelf.experiments().deleteVersion(shelf.owner(), id, version.number());
        show();
    }
}

package dev.spirallab.ui.keep;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.components.DatasetThumb;
import dev.spirallab.ui.kit.Called;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.TopMenu;
import dev.spirallab.ui.kit.When;

/** An experiment in the list: its picture, title and age, and what can be done with it. */
final class ExperimentRow extends ListItem {
    private static final int LONGEST_TITLE = 120;

    private final Texts texts;
    private final Summary summary;
    private final Deeds deeds;
    private final Div words = new Div();

    /** What can be done with an experiment. */
    interface Deeds {
        void open();

        void rename(String title);

        void duplicate();

        void delete();
    }

    ExperimentRow(Texts texts, Shelf shelf, Summary summary, Deeds deeds) {
        this.texts = texts;
        this.summary = summary;
        this.deeds = deeds;
        addClassName("lab-mine-row");
        boolean present = shelf.present().filter(summary.id()::equals).isPresent();
        getElement().setAttribute("aria-current", Boolean.toString(present));
        words.addClassName("lab-mine-words");
        words.add(title(), facts(present));
        add(picture(shelf), words, menu());
    }

    private Component picture(Shelf shelf) {
        DatasetThumb picture = new DatasetThumb(texts.of("share.mine.open"));
        picture.addClickListener(_ -> deeds.open());
        shelf.learnt(summary.id()).ifPresent(picture::setGround);
        shelf.experiments()
                .find(shelf.owner(), summary.id())
                .map(Kept::experiment)
                .flatMap(shelf::picture)
                .ifPresent(picture::setPoints);
        return picture;
    }

    private NativeButton title() {
        NativeButton title = new NativeButton(shownTitle(), _ -> deeds.open());
        title.addClassName("lab-mine-title");
        return title;
    }

    private String shownTitle() {
        return Called.experiment(summary.title(), texts);
    }

    private Component facts(boolean present) {
        Div facts = new Div();
        facts.addClassName("lab-mine-facts");
        if (present) {
            Span here = new Span(texts.of("share.mine.here"));
            here.addClassName("lab-mine-here");
            facts.add(here);
        }
        facts.add(new When(summary.changed(), texts.locale()));
        summary.lineage().stream()
                .findFirst()
                .map(origin -> texts.of("share.forkedFrom", "title", origin.title()))
                .map(Span::new)
                .ifPresent(facts::add);
        return facts;
    }

    private Component menu() {
        TopMenu menu = new TopMenu(Icon.MORE, texts.of("share.mine.menu", "title", shownTitle()));
        SubMenu items = menu.items();
        items.addItem(texts.of("share.mine.open"), _ -> deeds.open());
        items.addItem(texts.of("share.mine.rename"), _ -> rename());
        items.addItem(texts.of("share.mine.duplicate"), _ -> deeds.duplicate());
        items.addItem(texts.of("share.mine.delete"), _ -> deeds.delete());
        return menu;
    }

    private void rename() {
        TextField field = new TextField();
        field.setAriaLabel(texts.of("workbench.title"));
        field.setMaxLength(LONGEST_TITLE);
        field.setValue(summary.title());
        field.setWidthFull();
        field.addKeyPressListener(Key.ENTER, _ -> field.blur());
        field.addBlurListener(_ -> deeds.rename(field.getValue()));
        words.replace(words.getChildren().findFirst().orElse(null), field);
        field.focus();
        field.getElement().executeJs("this.inputElement.select()");
    }
}

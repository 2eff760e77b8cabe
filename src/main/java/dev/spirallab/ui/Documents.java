package dev.spirallab.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.i18n.Texts;
import dev.spirallab.lesson.Lesson;
import dev.spirallab.lesson.Lesson.Page;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.json.Zoo;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Toast;
import dev.spirallab.ui.kit.TopMenu;
import dev.spirallab.ui.lesson.LessonsDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Other experiments for the bench: from templates and files; and the present one as a file. */
final class Documents {
    private final Texts texts;
    private final Workbench bench;
    private final Work work;
    private final IntConsumer undo;
    private final TopMenu templates;
    private final TopMenu files;
    private final MenuItem fresh;
    private final MenuItem open;
    private final MenuItem points;
    private final MenuItem export;

    /**
     * @param undo takes back the edit of that number, and whatever was done since
     */
    Documents(Texts texts, Workbench bench, Work work, IntConsumer undo) {
        this.texts = texts;
        this.bench = bench;
        this.work = work;
        this.undo = undo;
        templates = new TopMenu(Icon.TEMPLATES, texts.of("workbench.templates"), true);
        templates.items().addItem(item("lesson.more"), _ -> offerLessons());
        templates.items().addSeparator();
        Templates.NAMES.forEach(
                name -> templates.items().addItem(item("template." + name), _ -> take(name)));
        templates.items().addSeparator();
        Zoo.NAMES.forEach(
                name -> templates.items().addItem(item("zoo." + name), _ -> takeNetwork(name)));
        files = new TopMenu(Icon.FILE, texts.of("workbench.file"), true);
        fresh = item("new", () -> take(Templates.FIRST));
        open = item("open", this::ask);
        points = item("points", () -> {});
        item("save", this::download);
        item("copy", this::copy);
        export = item("export", () -> {});
    }

    /** Offers to take the experiment and its model home. */
    void offerExport(Runnable action) {
        export.addClickListener(_ -> action.run());
    }

    /** Offers the list of the experiment's save points. */
    void offerSavePoints(Runnable action) {
        points.addClickListener(_ -> action.run());
    }

    /** The template, with its title in the reader's language. */
    static Experiment template(Texts texts, String name) {
        return Templates.get(name).withTitle(Titles.of(texts, name));
    }

    private void offerLessons() {
        new LessonsDialog(texts, chosen -> begin(lesson(chosen.lesson(), chosen.page()))).open();
    }

    private Experiment lesson(Lesson lesson, Page page) {
        return page.experiment().withTitle(Titles.of(texts, lesson, page));
    }

    private Div item(String key) {
        Span help = new Span(texts.of(key + ".help"));
        Div item = new Div(new Span(texts.of(key)), help);
        item.addClassName("lab-template");
        return item;
    }

    private MenuItem item(String name, Runnable action) {
        return files.items().addItem(texts.of("workbench.file." + name), _ -> action.run());
    }

    /** What its menus do, for the palette. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        Templates.NAMES.forEach(name -> actions.add(open("template." + name, () -> take(name))));
        Zoo.NAMES.forEach(name -> actions.add(open("zoo." + name, () -> takeNetwork(name))));
        actions.add(action("lessons", this::offerLessons).when(templates::isVisible));
        actions.add(action("new", () -> take(Templates.FIRST)).when(fresh::isVisible));
        actions.add(action("open", this::ask).when(open::isVisible));
        actions.add(action("save", this::download));
        actions.add(action("copy", this::copy));
        return actions;
    }

    private Action open(String id, Runnable run) {
        return Action.named(Area.TEMPLATE, id, texts.of(id), run)
                .found(texts.of(id + ".help"))
                .when(templates::isVisible);
    }

    private Action action(String name, Runnable run) {
        return Action.of(texts, Area.EXPERIMENT, "file." + name, run);
    }

    private void ask() {
        new ExchangeDialog(texts, this::read).open();
    }

    private void take(String template) {
        begin(template(texts, template));
    }

    /** A network that is well known, on images of its size. */
    private void takeNetwork(String name) {
        begin(Zoo.get(name).withTitle(texts.of("zoo." + name)));
    }

    private void download() {
        Clipboard.download(bench.experiment());
    }

    private void copy() {
        Clipboard.copy(document());
    }

    TopMenu templates() {
        return templates;
    }

    TopMenu files() {
        return files;
    }

    /** Leaves what only looks: saving and copying. */
    void setReadOnly(boolean readOnly) {
        templates.setVisible(!readOnly);
        fresh.setVisible(!readOnly);
        open.setVisible(!readOnly);
        points.setVisible(!readOnly);
    }

    private void begin(Experiment template) {
        replace(() -> work.begin(template));
    }

    private List<Problem> read(String json) {
        return switch (ExperimentJson.read(json)) {
            case Reading.Read(Experiment experiment) -> {
                replace(() -> work.take(experiment));
                yield List.of();
            }
            case Reading.Unreadable(List<Problem> problems) -> problems;
        };
    }

    private void replace(Runnable open) {
        open.run();
        int step = bench.step();
        String title = bench.experiment().title();
        Toast toast = new Toast(texts, texts.of("workbench.opened", "title", title)).brief();
        toast.offer(texts.of("workbench.undo"), () -> undo.accept(step));
        toast.open();
    }

    private String document() {
        return ExperimentJson.write(bench.experiment());
    }
}

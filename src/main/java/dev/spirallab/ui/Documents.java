package dev.spirallab.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Toast;
import dev.spirallab.ui.kit.TopMenu;
import java.util.List;
import java.util.Optional;

/** Other documents for the bench: templates, files, and the way back to what they replaced. */
final class Documents {
    private final Texts texts;
    private final Workbench bench;
    private final Runnable onOpened;
    private final TopMenu templates;
    private final TopMenu files;
    private final MenuItem open;
    private final MenuItem back;
    private Optional<Experiment> replaced = Optional.empty();

    /**
     * @param onOpened hears that another document is on the bench
     */
    Documents(Texts texts, Workbench bench, Runnable onOpened) {
        this.texts = texts;
        this.bench = bench;
        this.onOpened = onOpened;
        templates = new TopMenu(Icon.TEMPLATES, texts.of("workbench.templates"), true);
        Templates.NAMES.forEach(name ->
                templates
                        .items()
                        .addItem(item(name), _ -> replace(() -> open(template(texts, name)))));
        files = new TopMenu(Icon.FILE, texts.of("workbench.file"), true);
        open = item("open", () -> new ExchangeDialog(texts, this::read).open());
        item("save", () -> Clipboard.download(fileName(), document()));
        item("copy", () -> Clipboard.copy(document()));
        back = item("back", this::bringBack);
        back.setVisible(false);
    }

    /** The template, with its title in the reader's language. */
    static Experiment template(Texts texts, String name) {
        return Templates.get(name).withTitle(Titles.of(texts, name));
    }

    private Div item(String template) {
        Span help = new Span(texts.of("template." + template + ".help"));
        Div item = new Div(new Span(Titles.of(texts, template)), help);
        item.addClassName("lab-template");
        return item;
    }

    private MenuItem item(String name, Runnable action) {
        return files.items().addItem(texts.of("workbench.file." + name), _ -> action.run());
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
        open.setVisible(!readOnly);
    }

    private List<Problem> open(Experiment experiment) {
        bench.open(experiment);
        return List.of();
    }

    private List<Problem> read(String json) {
        return replace(() -> bench.open(json));
    }

    private List<Problem> replace(Opening opening) {
        Experiment before = bench.experiment();
        List<Problem> problems = opening.open();
        if (problems.isEmpty()) {
            keep(before);
            onOpened.run();
        }
        return problems;
    }

    private void keep(Experiment before) {
        replaced = Optional.of(before);
        back.setVisible(true);
        String title = bench.experiment().title();
        Toast toast = new Toast(texts, texts.of("workbench.opened", "title", title));
        toast.offer(texts.of("workbench.undo"), this::bringBack);
        toast.open();
    }

    private void bringBack() {
        replaced.ifPresent(before -> {
            replaced = Optional.of(bench.experiment());
            bench.open(before);
            onOpened.run();
        });
    }

    private String document() {
        return ExperimentJson.write(bench.experiment());
    }

    private String fileName() {
        return ExperimentJson.fileName(bench.experiment());
    }

    /** Puts another document on the bench, or says why it cannot. */
    @FunctionalInterface
    private interface Opening {
        List<Problem> open();
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.program.Program;
import dev.spirallab.run.Run;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Clipboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The program that the server trains, as it is run; the lines of the chosen layer are marked. */
final class ProgramPane extends Pane {
    private final Texts texts;
    private final Workbench bench;
    private final Services services;
    private final Select<String> layer = new Select<>();
    private final Paragraph words = new Paragraph();
    private final Pre listing = new Pre();
    private final Button copy;
    private final List<Part> parts = new ArrayList<>();
    private boolean shown;

    /** Lines one after another that belong to the same layer. */
    private record Part(String node, Span lines) {}

    ProgramPane(Texts texts, Services services, Workbench bench) {
        super("program");
        this.texts = texts;
        this.services = services;
        this.bench = bench;
        copy = new Button(texts.of("export.copy"), _ -> Clipboard.copy(text()));
        layer.setLabel(texts.of("drawer.program.layer"));
        layer.setEmptySelectionAllowed(true);
        layer.setEmptySelectionCaption(texts.of("drawer.program.all"));
        layer.setPlaceholder(texts.of("drawer.program.all"));
        layer.setItemLabelGenerator(this::label);
        layer.addValueChangeListener(_ -> mark());
        listing.addClassNames("lab-code", "lab-listing");
        listing.getElement().setAttribute("tabindex", "0");
        listing.getElement().setAttribute("role", "region");
        listing.getElement().setAttribute("aria-label", texts.of("drawer.program"));
        words.getElement().setAttribute("role", "status");
        Div asked = HelpMark.beside(texts, layer, "drawer.program.layer", "topic.lines");
        Div row = new Div(asked, copy, words);
        row.addClassName("lab-code-row");
        add(row, listing);
        bench.onChange(_ -> refresh());
    }

    @Override
    protected void show(Optional<Run> run) {
        shown = true;
        refresh();
    }

    @Override
    protected void hide() {
        shown = false;
    }

    /** A layer was chosen on the canvas. */
    void choose(Optional<String> node) {
        if (shown) {
            layer.setValue(node.filter(this::isListed).orElse(null));
        }
    }

    private boolean isListed(String node) {
        return parts.stream().anyMatch(part -> part.node().equals(node));
    }

    private String label(String node) {
        return bench.experiment().graph().nodes().stream()
                .filter(each -> each.id().equals(node))
                .findFirst()
                .map(each -> LayerNames.of(texts, each))
                .orElse("");
    }

    private void refresh() {
        if (shown) {
            program().ifPresentOrElse(this::list, this::refuse);
        }
    }

    private Optional<Program> program() {
        return bench.valid()
                .flatMap(valid ->
                        services.library()
                                .examples(valid.experiment().dataset())
                                .made()
                                .map(data -> services.engine().program(valid, data)));
    }

    private void list(Program program) {
        String chosen = Objects.requireNonNullElse(layer.getValue(), "");
        listing.removeAll();
        parts.clear();
        StringBuilder lines = new StringBuilder();
        List<String> text = program.text().lines().toList();
        for (int i = 0; i < text.size(); i++) {
            lines.append(text.get(i)).append('\n');
            String owner = program.owners().get(i);
            if (i + 1 == text.size() || !program.owners().get(i + 1).equals(owner)) {
                parts.add(new Part(owner, new Span(lines.toString())));
                lines.setLength(0);
            }
        }
        parts.forEach(part -> listing.add(part.lines()));
        layer.setItems(
                bench.experiment().graph().nodes().stream()
                        .map(Node::id)
                        .filter(this::isListed)
                        .toList());
        layer.setValue(isListed(chosen) ? chosen : null);
        listing.setVisible(true);
        mark();
    }

    private void refuse() {
        listing.setVisible(false);
        words.setText(texts.of("drawer.program.none"));
        copy.setEnabled(false);
    }

    private void mark() {
        String chosen = layer.getValue();
        List<Part> marked = parts.stream().filter(part -> part.node().equals(chosen)).toList();
        parts.forEach(part -> part.lines().removeClassName("lab-marked"));
        marked.forEach(part -> part.lines().addClassName("lab-marked"));
        marked.stream()
                .findFirst()
                .ifPresent(part ->
                        part.lines()
                                .getElement()
                                .executeJs("this.scrollIntoView({ block: 'center' })"));
        words.setText(said(marked));
        copy.setEnabled(true);
    }

    private String said(List<Part> marked) {
        String all = texts.of("drawer.program.lines", "count", lines(parts));
        return marked.isEmpty()
                ? all
                : all + " " + texts.of("drawer.program.marked", "count", lines(marked));
    }

    private static long lines(List<Part> parts) {
        return parts.stream().flatMap(part -> part.lines().getText().lines()).count();
    }

    private String text() {
        return parts.stream().map(part -> part.lines().getText()).collect(Collectors.joining());
    }
}

package dev.spirallab.ui;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.ui.kit.Sheet;
import dev.spirallab.ui.kit.SheetTabs;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the experiment home as code, and what it has learnt as a file; begins from such a file. */
final class ExportDialog extends Sheet {

    /**
     * @param run of the experiment on the bench, if there is one
     * @param begin makes a run that begins from these weights; empty where people look only
     */
    ExportDialog(
            Visit visit,
            Workbench bench,
            Optional<Run> run,
            Optional<Consumer<List<NodeTensor>>> begin) {
        super(visit.texts(), "lab-export", visit.texts().of("export.title"));
        Texts texts = visit.texts();
        SheetTabs tabs = new SheetTabs();
        tabs.add(texts.of("export.code"), new CodePane(texts, bench));
        tabs.add(
                texts.of("export.model"),
                new ModelPane(
                        visit,
                        bench,
                        run,
                        begin.map(use ->
                                weights -> {
                                    close();
                                    use.accept(weights);
                                })));
        add(tabs);
    }
}

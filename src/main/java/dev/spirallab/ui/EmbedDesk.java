package dev.spirallab.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.account.Deed;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.run.Admission;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.keep.TabMemory;
import dev.spirallab.ui.kit.Called;
import dev.spirallab.ui.share.Embedding;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;

/**
 * A bench inside another page: the boundary and the chosen controls. Shows the run that goes with
 * the link; who plays trains a run of his own, which goes when the page does. Nothing is kept.
 */
final class EmbedDesk extends Composite<Panels> implements CurrentRun.Starting {
    private final Visit visit;
    private final Services services;
    private final Workbench bench;
    private final Panels panels;
    private final Stage stage;
    private final Experiment shared;
    private final Optional<RunId> still;
    private final TabMemory memory;
    private boolean lost;

    EmbedDesk(Visit visit, Services services, Shown shown, Embedding embedding) {
        this.visit = visit;
        this.services = services;
        shared = shown.experiment();
        still = shown.run();
        memory = new TabMemory(visit.ui());
        bench = new Workbench(services.validator(), shared);
        panels = new Panels(visit.texts(), bench, services.library(), services.engine().device());
        panels.arrange(embedding, foot(embedding.unknown()));
        stage = new Stage(visit, bench, panels, this, _ -> {}, false);
        bench.onChange(_ -> showStill());
        panels.showAll();
        stage.setStill(this::word);
        showStill();
        memory.takeTrained(trained -> {
            lost = trained;
            stage.setStill(this::word);
        });
    }

    @Override
    protected Panels initContent() {
        return panels;
    }

    private Footer foot(List<String> unknown) {
        String called = shared.title();
        H1 title = new H1(Called.experiment(called, visit.texts()));
        title.addClassName("lab-embed-title");
        Anchor whole = new Anchor("", visit.texts().of("share.embed.whole"));
        whole.setTarget("_blank");
        whole.setRouterIgnore(true);
        whole.getElement()
                .executeJs(
                        """
                        const whole = new URL(location.href);
                        whole.search = '';
                        this.href = whole.href;
                        """);
        Footer foot = new Footer(title, whole);
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown);
            foot.addComponentAsFirst(
                    new Span(visit.texts().of("share.embed.unknown", "names", names)));
        }
        return foot;
    }

    /** As long as the reader has no run of his own and the experiment is what was shared. */
    private void showStill() {
        if (stage.run().isEmpty()) {
            panels.showRun(shown().map(RunId::value));
            panels.results().nameClasses(shared.dataset());
        }
    }

    private Optional<RunId> shown() {
        return still.filter(_ -> bench.experiment().equals(shared));
    }

    private Optional<String> word() {
        return lost ? Optional.of(visit.texts().of("share.embed.lost")) : shownWord();
    }

    private Optional<String> shownWord() {
        return shown().flatMap(services.runs()::find)
                .map(run -> run.status().at().step())
                .map(step -> visit.texts().of("share.shown.run", "step", step));
    }

    @Override
    public Admission start(Valid valid, double pace, List<NodeTensor> weights) {
        RunOptions options = new RunOptions(pace);
        return visit.refused(services, Deed.PREPARE)
                .<Admission>map(Admission.Refused::new)
                .orElseGet(() -> begin(valid, options, weights));
    }

    private Admission begin(Valid valid, RunOptions options, List<NodeTensor> weights) {
        lost = false;
        memory.trains();
        return still.filter(_ -> valid.experiment().equals(shared) && stage.run().isEmpty())
                .map(run -> services.runs().resume(run, options))
                .filter(Admission.Admitted.class::isInstance)
                .orElseGet(() -> services.runs().start(valid, options, weights));
    }

    @Override
    public Optional<Problem> permit() {
        return visit.refused(services, Deed.START);
    }

    void leave() {
        stage.end();
    }
}

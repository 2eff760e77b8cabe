package dev.spirallab.ui;

import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Toast;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes an experiment of one's own run at an earlier moment, and goes on with that one. */
record Branching(Visit visit, Services services, Work work, Consumer<List<NodeTensor>> begin) {

    void fork(Run run, long step) {
        var _ =
                run.tensorsAt(step)
                        .whenComplete((found, lost) ->
                                visit.later(() -> {
                                    if (lost == null && found.isPresent()) {
                                        fork(run.experiment(), step, found.get());
                                    } else {
                                        Notification.show(visit.texts().of("history.gone"));
                                    }
                                }));
    }

    private void fork(Experiment experiment, long step, List<NodeTensor> weights) {
        work.need();
        work.finish();
        switch (copy(experiment)) {
            case Saving.Saved(Summary copy) ->
                    find(copy.id()).ifPresent(kept -> open(kept, step, weights));
            case Saving.Refused(Problem problem) -> Notification.show(visit.texts().of(problem));
            case Saving.Outdated _, Saving.Missing _ ->
                    Notification.show(visit.texts().of("history.gone"));
        }
    }

    /** Where the page shows another experiment by now, of what ran. */
    private Saving copy(Experiment ran) {
        ExperimentId id = work.id();
        boolean same = find(id).filter(kept -> kept.experiment().equals(ran)).isPresent();
        return same
                ? services.experiments().fork(visit.owner(), id)
                : services.experiments()
                        .fork(
                                visit.owner(),
                                ran,
                                new Origin(ran.title(), Instant.now(), Optional.of(id)));
    }

    private Optional<Kept> find(ExperimentId id) {
        return services.experiments().find(visit.owner(), id);
    }

    private void open(Kept copy, long step, List<NodeTensor> weights) {
        work.open(copy, Optional.empty());
        begin.accept(weights);
        Texts texts = visit.texts();
        new Toast(texts, texts.of("history.forked", "step", step)).open();
    }
}

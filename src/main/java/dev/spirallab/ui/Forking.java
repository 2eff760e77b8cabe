package dev.spirallab.ui;

import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.account.Deed;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.run.Admission;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.keep.TabMemory;
import java.util.Optional;

/** Makes somebody else's experiment one's own, and goes there. */
final class Forking {
    private final Visit visit;
    private final Services services;
    private final TabMemory memory;

    Forking(Visit visit, Services services) {
        this.visit = visit;
        this.services = services;
        memory = new TabMemory(visit.ui());
    }

    /**
     * @param fork what became of the wish for a copy
     * @param run a run to go on from with its weights
     */
    void go(Saving fork, Optional<RunId> run) {
        switch (fork) {
            case Saving.Saved(Summary own) -> {
                memory.experiment(own.id());
                run.flatMap(other -> resume(other, own.id())).ifPresent(memory::run);
                visit.ui().getPage().executeJs("location.href = document.baseURI");
            }
            case Saving.Refused(Problem problem) -> Notification.show(visit.texts().of(problem));
            case Saving.Outdated _, Saving.Missing _ ->
                    Notification.show(visit.texts().of("share.lost"));
        }
    }

    /** Without room for the run, the experiment starts anew. */
    private Optional<RunId> resume(RunId other, ExperimentId own) {
        RunOptions options =
                new RunOptions(Console.PACE).withOwner(visit.owner()).withOf(own.value());
        Admission admission =
                visit.refused(services, Deed.START)
                        .<Admission>map(Admission.Refused::new)
                        .orElseGet(() -> services.runs().resume(other, options));
        return switch (admission) {
            case Admission.Admitted(var run) -> Optional.of(run.id());
            case Admission.Refused(Problem problem) -> {
                Notification.show(visit.texts().of(problem));
                yield Optional.empty();
            }
        };
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.ui.keep.TabMemory;
import dev.spirallab.ui.keep.TabMemory.Found;
import dev.spirallab.ui.kit.Lost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The page: one's own work on the bench, the experiment {@code ?e=ID} or the last; with {@code
 * &version=N} a save point of it; with {@code ?watch=KEY} the run that somebody shows; with {@code
 * #e=TEXT} the experiment that the address carries.
 */
@Route("")
class WorkbenchView extends BenchPage {
    private Optional<String> watched = Optional.empty();
    private Optional<ExperimentId> asked = Optional.empty();
    private OptionalInt version = OptionalInt.empty();
    private Optional<Work> work = Optional.empty();

    WorkbenchView(Services services) {
        super(services);
    }

    @Override
    void come(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        watched = query.getSingleParameter("watch");
        asked = query.getSingleParameter("e").flatMap(TabMemory::experimentId);
        version =
                query.getSingleParameter("version")
                        .filter(number -> number.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty);
    }

    /** Back and forward among one's experiments change what is on the bench, not the bench. */
    @Override
    void comeAgain(UI ui) {
        if (work.isEmpty() || asked.isEmpty() || version.isPresent() || watched.isPresent()) {
            work = Optional.empty();
            super.comeAgain(ui);
        } else if (!work.get().goTo(asked.get())) {
            lost(Visit.of(ui, services()), "share.lost");
        }
    }

    @Override
    void come(Visit visit) {
        if (watched.isPresent() && !embedded()) {
            watch(visit, watched.get());
        } else {
            new TabMemory(visit.ui()).load(found -> come(visit, found));
        }
    }

    private void come(Visit visit, Found found) {
        Showing showing = new Showing(visit, services());
        if (found.carried().isPresent()) {
            showCarried(visit, showing, found.carried().get());
        } else if (embedded()) {
            lost(visit, "share.link.damaged");
        } else if (asked.isPresent() && version.isPresent()) {
            show(visit, showing.savePoint(asked.get(), version.getAsInt()), "share.lost");
        } else {
            work(visit, found);
        }
    }

    private void showCarried(Visit visit, Showing showing, String text) {
        switch (LinkText.read(text)) {
            case Reading.Read(Experiment experiment) -> show(visit, showing.carried(experiment));
            case Reading.Unreadable(List<Problem> problems) ->
                    lost(
                            new Lost(
                                    visit.texts(),
                                    "share.link.damaged",
                                    visit.texts().of(problems.getFirst())));
        }
    }

    private void show(Visit visit, Optional<Shown> shown, String otherwise) {
        shown.ifPresentOrElse(there -> show(visit, there), () -> lost(visit, otherwise));
    }

    private void work(Visit visit, Found found) {
        Homecoming home =
                new Homecoming(
                        visit, services(), experiment -> furnishWork(visit, experiment), found);
        if (asked.isEmpty()) {
            home.toLast();
        } else if (!asked.map(home::to).orElse(false)) {
            lost(visit, "share.lost");
        }
    }

    private Work furnishWork(Visit visit, Experiment experiment) {
        Work own = furnish(visit, experiment).work();
        work = Optional.of(own);
        return own;
    }

    @Override
    void lost(Lost word) {
        work = Optional.empty();
        super.lost(word);
    }

    private void watch(Visit visit, String key) {
        services()
                .watchKeys()
                .read(key)
                .flatMap(services().watches()::find)
                .flatMap(services().broadcasts()::present)
                .ifPresentOrElse(
                        run -> furnish(visit, run.experiment()).watch(run),
                        () -> lost(visit, "workbench.watch.lost"));
    }
}

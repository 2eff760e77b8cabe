package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.RunId;
import dev.spirallab.ui.keep.TabMemory;
import dev.spirallab.ui.keep.TabMemory.Found;
import java.util.Optional;

/**
 * The page: one's own work on the bench, the experiment {@code ?e=ID} or the last; with {@code
 * ?run=ID} somebody's run to watch; with {@code #e=TEXT} the experiment that the address carries.
 */
@Route("")
class WorkbenchView extends BenchPage implements BeforeEnterObserver, HasDynamicTitle {
    private Optional<RunId> watched = Optional.empty();
    private Optional<ExperimentId> asked = Optional.empty();

    WorkbenchView(Services services) {
        super(services);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        watched = query.getSingleParameter("run").map(RunId::new);
        asked = query.getSingleParameter("e").flatMap(TabMemory::experimentId);
    }

    @Override
    public String getPageTitle() {
        return new Texts(services().messages(), UI.getCurrent().getLocale()).of("workbench.name");
    }

    @Override
    void come(Visit visit) {
        watched.ifPresentOrElse(
                id -> watch(visit, id),
                () -> new TabMemory(visit.ui()).load(found -> work(visit, found)));
    }

    private void work(Visit visit, Found found) {
        Homecoming home =
                new Homecoming(
                        visit, services(), experiment -> furnish(visit, experiment).work(), found);
        if (asked.isEmpty()) {
            home.toLast();
        } else if (!asked.map(home::to).orElse(false)) {
            lost(visit, "share.lost");
        }
    }

    private void watch(Visit visit, RunId id) {
        services()
                .runs()
                .find(id)
                .ifPresentOrElse(
                        run -> furnish(visit, run.experiment()).watch(run),
                        () -> lost(visit, "workbench.watch.lost"));
    }
}

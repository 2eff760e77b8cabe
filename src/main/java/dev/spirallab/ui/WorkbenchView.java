package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Lost;
import dev.spirallab.ui.kit.Toast;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page: the experiment of this browser on the bench, or with {@code ?run=ID} somebody's run to
 * watch.
 */
@Route("")
class WorkbenchView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchView.class);

    private final Services services;
    private Optional<RunId> watched = Optional.empty();
    private Optional<Desk> desk = Optional.empty();

    WorkbenchView(Services services) {
        this.services = services;
        addClassName("lab-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        watched =
                event.getLocation().getQueryParameters().getSingleParameter("run").map(RunId::new);
    }

    @Override
    public String getPageTitle() {
        return new Texts(services.messages(), UI.getCurrent().getLocale()).of("workbench.name");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Visit visit = Visit.of(event.getUI(), services);
        visit.ui()
                .getReconnectDialogConfiguration()
                .setDialogText(visit.texts().of("workbench.offline"));
        watched.ifPresentOrElse(
                id -> watch(visit, id), () -> Keep.load(visit.ui(), kept -> work(visit, kept)));
    }

    private void work(Visit visit, Keep.Kept kept) {
        Optional<Experiment> experiment = kept.experiment();
        if (!experiment.map(read -> works(visit, read, kept)).orElse(false)) {
            furnish(visit, Documents.template(visit.texts(), Templates.FIRST))
                    .work(Optional.empty());
            kept.text().ifPresent(text -> offerRescue(visit.texts(), text));
        }
    }

    /** Whatever was kept, the page comes up: else it would fail again at each visit. */
    private boolean works(Visit visit, Experiment experiment, Keep.Kept kept) {
        try {
            furnish(visit, experiment).work(kept.run().flatMap(services.keys()::find));
            return true;
        } catch (RuntimeException broken) {
            LOG.error("The experiment kept in the browser cannot be shown", broken);
            return false;
        }
    }

    private static void offerRescue(Texts texts, String text) {
        Toast toast = new Toast(texts, texts.of("workbench.unreadable"));
        toast.offer(
                texts.of("workbench.file.save"), () -> Clipboard.download("experiment.json", text));
        toast.setDuration(0);
        toast.open();
    }

    private void watch(Visit visit, RunId id) {
        services.runs()
                .find(id)
                .ifPresentOrElse(
                        run -> furnish(visit, run.experiment()).watch(run),
                        () -> add(new Main(new Lost(visit.texts(), "workbench.watch.lost"))));
    }

    private Desk furnish(Visit visit, Experiment experiment) {
        Desk furnished = new Desk(visit, services, new Workbench(services.validator(), experiment));
        desk = Optional.of(furnished);
        removeAll();
        add(furnished);
        return furnished;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        desk.ifPresent(Desk::leave);
    }
}

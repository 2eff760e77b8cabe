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
import dev.spirallab.NetworkAddresses;
import dev.spirallab.engine.Engine;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Lost;
import dev.spirallab.ui.kit.Toast;
import dev.spirallab.validation.Validator;
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

    private final Messages messages;
    private final Validator validator;
    private final Engine engine;
    private final Runs runs;
    private final RunKeys keys;
    private final NetworkAddresses addresses;
    private Optional<RunId> watched = Optional.empty();
    private Optional<Desk> desk = Optional.empty();

    WorkbenchView(
            Messages messages,
            Validator validator,
            Engine engine,
            Runs runs,
            RunKeys keys,
            NetworkAddresses addresses) {
        this.messages = messages;
        this.validator = validator;
        this.engine = engine;
        this.runs = runs;
        this.keys = keys;
        this.addresses = addresses;
        addClassName("lab-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        watched =
                event.getLocation().getQueryParameters().getSingleParameter("run").map(RunId::new);
    }

    @Override
    public String getPageTitle() {
        return texts(UI.getCurrent()).of("workbench.name");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.getReconnectDialogConfiguration().setDialogText(texts(ui).of("workbench.offline"));
        watched.ifPresentOrElse(id -> watch(ui, id), () -> Keep.load(ui, kept -> work(ui, kept)));
    }

    private void work(UI ui, Keep.Kept kept) {
        Optional<Experiment> experiment = kept.experiment();
        if (!experiment.map(read -> works(ui, read, kept)).orElse(false)) {
            furnish(ui, Documents.template(texts(ui), Templates.FIRST)).work(Optional.empty());
            kept.text().ifPresent(text -> offerRescue(ui, text));
        }
    }

    /** Whatever was kept, the page comes up: else it would fail again at each visit. */
    private boolean works(UI ui, Experiment experiment, Keep.Kept kept) {
        try {
            furnish(ui, experiment).work(kept.run().flatMap(keys::find));
            return true;
        } catch (RuntimeException broken) {
            LOG.error("The experiment kept in the browser cannot be shown", broken);
            return false;
        }
    }

    private void offerRescue(UI ui, String text) {
        Toast toast = new Toast(texts(ui), texts(ui).of("workbench.unreadable"));
        toast.offer(
                texts(ui).of("workbench.file.save"),
                () -> Clipboard.download("experiment.json", text));
        toast.setDuration(0);
        toast.open();
    }

    private void watch(UI ui, RunId id) {
        runs.find(id)
                .ifPresentOrElse(run -> furnish(ui, run.experiment()).watch(run), () -> lost(ui));
    }

    private Desk furnish(UI ui, Experiment experiment) {
        Workbench bench = new Workbench(validator, experiment);
        Desk furnished = new Desk(ui, texts(ui), bench, engine.device(), runs, keys, addresses);
        desk = Optional.of(furnished);
        removeAll();
        add(furnished);
        return furnished;
    }

    private Texts texts(UI ui) {
        return new Texts(messages, ui.getLocale());
    }

    private void lost(UI ui) {
        add(new Main(new Lost(texts(ui), "workbench.watch.lost")));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        desk.ifPresent(Desk::leave);
    }
}

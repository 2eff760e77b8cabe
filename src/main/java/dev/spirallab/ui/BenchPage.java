package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.kit.Lost;
import dev.spirallab.ui.share.Embedding;
import java.util.Optional;

/** A page with a bench on it, or with the reason why there is none. */
abstract class BenchPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Services services;
    private Optional<Embedding> embedding = Optional.empty();
    private Optional<Runnable> leaving = Optional.empty();
    private Optional<String> title = Optional.empty();

    BenchPage(Services services) {
        this.services = services;
        addClassName("lab-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        embedding = Embedding.of(event.getLocation().getQueryParameters().getParameters());
        come(event);
        if (isAttached()) {
            getUI().ifPresent(this::comeAgain);
        }
    }

    /** Reads the address. */
    abstract void come(BeforeEnterEvent event);

    Services services() {
        return services;
    }

    /** The page is open: furnishes it. */
    abstract void come(Visit visit);

    /** The browser has gone to another address of the open page. */
    void comeAgain(UI ui) {
        come(Visit.of(ui, services));
    }

    /** The tab is named after what the page shows. */
    @Override
    public String getPageTitle() {
        return title.orElseGet(() ->
                new Texts(services.messages(), UI.getCurrent().getLocale()).of("workbench.name"));
    }

    private void entitle(Visit visit, Experiment experiment) {
        String shown = Titles.page(visit.texts(), experiment);
        if (!title.equals(Optional.of(shown))) {
            title = Optional.of(shown);
            visit.ui().getPage().setTitle(shown);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Visit visit = Visit.of(event.getUI(), services);
        visit.ui()
                .getReconnectDialogConfiguration()
                .setDialogText(visit.texts().of("workbench.offline"));
        come(visit);
    }

    Desk furnish(Visit visit, Experiment experiment) {
        Workbench bench = new Workbench(services.validator(), experiment);
        Desk desk = new Desk(visit, services, bench);
        put(desk, desk::leave);
        bench.onChange(change -> entitle(visit, change.after()));
        entitle(visit, experiment);
        return desk;
    }

    /** Whether it is inside another page: nothing of one's own is shown there. */
    boolean embedded() {
        return embedding.isPresent();
    }

    /** Shows an experiment to look at, or inside another page to play with. */
    void show(Visit visit, Shown shown) {
        embedding.ifPresentOrElse(
                embedded -> embed(visit, shown, embedded),
                () -> furnish(visit, shown.experiment()).show(shown));
    }

    private void embed(Visit visit, Shown shown, Embedding embedded) {
        EmbedDesk desk = new EmbedDesk(visit, services, shown, embedded);
        put(desk, desk::leave);
        entitle(visit, shown.experiment());
    }

    private void put(Component bench, Runnable leave) {
        clear();
        leaving = Optional.of(leave);
        add(bench);
    }

    private void clear() {
        leaving.ifPresent(Runnable::run);
        leaving = Optional.empty();
        removeAll();
    }

    /**
     * @param key of what to say; see {@link Lost}
     */
    void lost(Visit visit, String key) {
        title = Optional.of(Lost.title(visit.texts(), key));
        visit.ui().getPage().setTitle(getPageTitle());
        lost(new Lost(visit.texts(), key));
    }

    void lost(Lost word) {
        clear();
        add(new Main(word));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaving.ifPresent(Runnable::run);
    }
}

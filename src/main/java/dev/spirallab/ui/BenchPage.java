package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.kit.Lost;
import java.util.Optional;

/** A page with a bench on it, or with the reason why there is none. */
abstract class BenchPage extends Div {
    private final Services services;
    private Optional<Desk> desk = Optional.empty();

    BenchPage(Services services) {
        this.services = services;
        addClassName("lab-page");
    }

    Services services() {
        return services;
    }

    /** The page is open: furnishes it. */
    abstract void come(Visit visit);

    @Override
    protected void onAttach(AttachEvent event) {
        Visit visit = Visit.of(event.getUI(), services);
        visit.ui()
                .getReconnectDialogConfiguration()
                .setDialogText(visit.texts().of("workbench.offline"));
        come(visit);
    }

    Desk furnish(Visit visit, Experiment experiment) {
        desk.ifPresent(Desk::leave);
        Desk furnished = new Desk(visit, services, new Workbench(services.validator(), experiment));
        desk = Optional.of(furnished);
        removeAll();
        add(furnished);
        return furnished;
    }

    /**
     * @param key of what to say; see {@link Lost}
     */
    void lost(Visit visit, String key) {
        removeAll();
        add(new Main(new Lost(visit.texts(), key)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        desk.ifPresent(Desk::leave);
    }
}

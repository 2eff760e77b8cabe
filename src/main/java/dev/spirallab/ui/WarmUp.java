package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlWriter;
import dev.spirallab.account.Caller;
import dev.spirallab.engine.Training;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Does once before the server tells its address what the first visitor would wait for: trains a
 * step of what a new page shows, writes such a page for nobody, and fetches what a browser needs
 * before it asks for one. No owner, experiment or run comes of it. {@code spirallab.warm-up=false}
 * leaves it out.
 */
@Component
class WarmUp implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final Caller NOBODY = new Caller(OwnerId.random(), "localhost");

    private final Services services;
    private final boolean wanted;
    private Optional<VaadinService> vaadin = Optional.empty();

    WarmUp(Services services, @Value("${spirallab.warm-up:true}") boolean wanted) {
        this.services = services;
        this.wanted = wanted;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        vaadin = Optional.of(event.getSource());
    }

    /** Before the address is told, which comes last. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void onReady(ApplicationReadyEvent ready) {
        String port =
                ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (wanted) {
            try {
                warm();
                FirstVisitor.visit("http://localhost:" + port + "/");
            } catch (IOException elsewhere) {
                LOG.debug("The page is not fetched from here: it is elsewhere", elsewhere);
            } catch (RuntimeException | LinkageError cold) {
                LOG.warn("The first page will take longer: warming up failed", cold);
            }
        }
    }

    /**
     * @return letters that a new page takes
     */
    int warm() {
        Experiment first = Templates.get(Templates.FIRST);
        Workbench bench = new Workbench(services.validator(), first);
        bench.valid().ifPresent(this::train);
        return vaadin.map(service -> write(service, bench)).orElse(0);
    }

    private void train(Valid valid) {
        services.library()
                .examples(valid.experiment().dataset())
                .made()
                .ifPresent(data -> {
                    try (Training training = services.engine().open(valid, data)) {
                        training.train(1);
                        training.evaluate();
                    }
                });
    }

    private int write(VaadinService service, Workbench bench) {
        UI before = UI.getCurrent();
        VaadinSession session = new Nobodys(service);
        session.lock();
        try {
            VaadinSession.setCurrent(session);
            UI ui = new UI();
            ui.getInternals().setSession(session);
            UI.setCurrent(ui);
            return Messages.LOCALES.stream().mapToInt(locale -> write(ui, locale, bench)).sum();
        } finally {
            UI.setCurrent(before);
            VaadinSession.setCurrent(null);
            session.unlock();
        }
    }

    private int write(UI ui, Locale locale, Workbench bench) {
        ui.setLocale(locale);
        Texts texts = new Texts(services.messages(), locale);
        Desk desk = new Desk(new Visit(ui, texts, NOBODY), services, bench);
        ui.add(desk);
        desk.work();
        int letters = new UidlWriter().createUidl(ui, false).toString().length();
        desk.leave();
        ui.removeAll();
        return letters;
    }

    /** A session of no browser. */
    private static final class Nobodys extends VaadinSession {
        private final transient Lock lock = new ReentrantLock();

        Nobodys(VaadinService service) {
            super(service);
        }

        @Override
        public Lock getLockInstance() {
            return lock;
        }
    }
}

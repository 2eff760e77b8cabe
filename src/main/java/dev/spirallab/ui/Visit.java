package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.spirallab.account.Caller;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Refusal;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Problem;
import java.util.Optional;

/**
 * A page that somebody has opened.
 *
 * @param caller who, and from where
 */
record Visit(UI ui, Texts texts, Caller caller) {

    /** The page that is being opened by the present request. */
    static Visit of(UI ui, Services services) {
        return new Visit(
                ui,
                new Texts(services.messages(), ui.getLocale()),
                services.owners().caller(VaadinServletRequest.getCurrent()));
    }

    /** Does something to the page soon, for a thread that has other work. */
    void later(Runnable action) {
        Thread.startVirtualThread(ui.accessLater(action::run, () -> {}));
    }

    /** Counts a deed; why it may not be, if it was done too often. */
    Optional<Problem> refused(Services services, Deed deed) {
        return services.rates().take(deed, caller).map(Refusal::problem);
    }

    OwnerId owner() {
        return caller.owner();
    }
}

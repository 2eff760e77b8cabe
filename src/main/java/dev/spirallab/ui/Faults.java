package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What happens when the page's own code fails: the trace goes to the log, a sentence to the reader.
 */
@Component
class Faults implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final transient Messages messages;

    Faults(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(this::tell));
    }

    /** Of a browser that went away in the middle of an answer there is nothing to say. */
    void tell(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("A browser went away", failure);
            return;
        }
        LOG.error("The page failed", failure);
        Optional.ofNullable(UI.getCurrent()).ifPresent(this::tell);
    }

    private void tell(UI ui) {
        Texts texts = new Texts(messages, ui.getLocale());
        Notification.show(texts.of("workbench.broken") + " " + texts.of("workbench.broken.hint"));
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.spirallab.account.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Marks the page's own scripts and styles, so that the browser takes these and no others. */
@Component
class InlineParts implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(InlineParts::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        String nonce = Nonce.of((HttpServletRequest) page.getVaadinRequest());
        page.getDocument().select("script, style, link").attr("nonce", nonce);
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.spirallab.account.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Marks the page's own scripts, so that the browser runs these and no others. */
@Component
class InlineScripts implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(InlineScripts::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        String nonce = Nonce.of((HttpServletRequest) page.getVaadinRequest());
        page.getDocument().select("script, link[rel=modulepreload]").attr("nonce", nonce);
    }
}

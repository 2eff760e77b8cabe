package dev.spirallab.ui;

import com.vaadin.flow.internal.ResourceContentHash;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.spirallab.account.Nonce;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.share.Framing;
import jakarta.servlet.http.HttpServletRequest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What pages inside other sites' pages need: browsers may refuse them the cookie that each page
 * works with. {@code frontend/index.html} tries, and goes to a page with a sentence and a link.
 */
@Controller
class EmbedPages implements VaadinServiceInitListener {
    /** Leads to where the page would have been, in a tab of its own. */
    private static final String LEAD =
            """
            try {
              const wanted = new URL(decodeURIComponent(location.hash.slice(1)), location.origin);
              if (wanted.origin === location.origin) document.querySelector('a').href = wanted.href;
            } catch { /* no address of ours */ }
            """;

    private final transient Messages messages;
    private final transient Framing framing;
    private transient @Nullable VaadinService service;

    EmbedPages(Messages messages, Framing framing) {
        this.messages = messages;
        this.framing = framing;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        service = event.getSource();
        event.addIndexHtmlRequestListener(this::tell);
    }

    private void tell(IndexHtmlResponse page) {
        if (page.getVaadinRequest().getParameter("embed") != null) {
            page.getDocument().child(0).attr("data-cookies", framing.sameSite());
        }
    }

    /** As Vaadin names it in other pages: another name where it has changed. */
    private String styles() {
        return service == null
                ? "../styles.css"
                : "../styles.css?v-c=" + ResourceContentHash.getContentHash(service, "styles.css");
    }

    @GetMapping(path = "/embed/refused", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String refused(HttpServletRequest request) {
        Texts texts = new Texts(messages, Languages.of(request));
        Document page = Document.createShell("");
        page.title(texts.of("workbench.name"));
        page.child(0).attr("lang", texts.locale().toLanguageTag());
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", styles());
        page.head().appendElement("link").attr("rel", "icon").attr("href", "../icons/mark.svg");
        Element words = page.body().appendElement("main").addClass("lab-lost");
        words.appendElement("h1").text(texts.of("workbench.name"));
        words.appendElement("p").text(texts.of(reason(request)));
        words.appendElement("a")
                .addClass("lab-lost-home")
                .attr("target", "_blank")
                .attr("href", "../")
                .text(texts.of("share.embed.whole"));
        page.body().appendElement("script").attr("nonce", Nonce.of(request)).appendText(LEAD);
        return page.outerHtml();
    }

    /** The server may be what keeps the cookie away, not the reader's browser. */
    private String reason(HttpServletRequest request) {
        return framing.acrossSites(request.isSecure())
                ? "share.embed.refused"
                : "share.embed.refused.server";
    }
}

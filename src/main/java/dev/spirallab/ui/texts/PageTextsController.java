package dev.spirallab.ui.texts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.spirallab.account.Nonce;
import dev.spirallab.i18n.Messages;
import dev.spirallab.ui.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Names to each page the texts of its language, and gives them. */
@RestController
class PageTextsController implements VaadinServiceInitListener {
    private static final String FOLDER = "texts/";
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, PageTexts> byLanguage;

    PageTextsController(Messages messages) {
        byLanguage =
                Messages.LOCALES.stream()
                        .collect(
                                toUnmodifiableMap(
                                        locale -> locale.getLanguage(),
                                        locale -> PageTexts.of(messages, locale)));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::name);
    }

    /** Before the bundle, which is deferred too: the elements find their texts when they begin. */
    private void name(IndexHtmlResponse page) {
        String language = Languages.of(page.getVaadinRequest()).getLanguage();
        Element script = page.getDocument().head().appendElement("script");
        script.attr("src", FOLDER + requireNonNull(byLanguage.get(language)).name());
        script.attr("defer", true);
        script.attr("nonce", Nonce.of((HttpServletRequest) page.getVaadinRequest()));
    }

    @GetMapping("/" + FOLDER + "{name}")
    ResponseEntity<byte[]> texts(@PathVariable String name) {
        return byLanguage.values().stream()
                .filter(texts -> texts.name().equals(name))
                .findFirst()
                .map(texts ->
                        ResponseEntity.ok()
                                .cacheControl(FOR_EVER)
                                .contentType(SCRIPT)
                                .body(texts.content().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

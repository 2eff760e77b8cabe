package dev.spirallab.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.spirallab.ui.share.Embedding;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives each page its language: the one chosen with the switch, else the browser's. */
@Component
public class Languages implements VaadinServiceInitListener {
    /** Keeps the choice for later visits. */
    static final String COOKIE = "spirallab.language";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page ->
                page.getDocument()
                        .child(0)
                        .attr("lang", of(page.getVaadinRequest()).toLanguageTag()));
        event.getSource()
                .addUIInitListener(init -> init.getUI().setLocale(of(VaadinRequest.getCurrent())));
    }

    /** The language of the page that is asked for. */
    public static Locale of(VaadinRequest request) {
        return of((HttpServletRequest) request);
    }

    static Locale of(HttpServletRequest request) {
        return asked(request).or(() -> chosen(request)).orElseGet(() -> preferred(request));
    }

    /** An embedded page's address may say it; so does the request with which its page begins. */
    private static Optional<Locale> asked(HttpServletRequest request) {
        Map<String, List<String>> query =
                Optional.ofNullable(request.getParameter("query"))
                        .map(QueryParameters::fromString)
                        .map(QueryParameters::getParameters)
                        .orElseGet(() ->
                                QueryParameters.full(request.getParameterMap()).getParameters());
        return Embedding.of(query)
                .flatMap(Embedding::language)
                .map(Locale::forLanguageTag)
                .map(Languages::nearest);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Locale::forLanguageTag)
                .map(Languages::nearest)
                .findFirst();
    }

    private static Locale preferred(HttpServletRequest request) {
        List<Locale> wanted =
                request.getHeader("Accept-Language") == null
                        ? List.of()
                        : Collections.list(request.getLocales());
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(language -> List.of("zh", "en").contains(language))
                .findFirst()
                .map(Locale::of)
                .map(Languages::nearest)
                .orElse(Locale.ENGLISH);
    }

    private static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}

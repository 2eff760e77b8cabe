package dev.spirallab.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content security policy of the page, as strict as Vaadin allows; see {@code
 * docs/decisions/0013-what-a-page-may-do.md}.
 */
final class ContentPolicy implements HeaderWriter {
    static final String HEADER = "Content-Security-Policy";

    private static final String PAGE =
            """
            default-src 'self'; \
            script-src 'self' 'nonce-%1$s' 'unsafe-eval'; \
            style-src 'self' 'unsafe-inline'; \
            img-src 'self' data: blob:; \
            font-src 'self' data:; \
            connect-src 'self'%2$s; \
            worker-src 'self'; \
            object-src 'none'; \
            base-uri 'self'; \
            form-action 'self'; \
            frame-ancestors %3$s\
            """;

    /**
     * A second policy holds besides: scripts are marked, or put there by scripts that are. Only
     * such a script begins a worker, which carries no mark.
     */
    private static final String MARKED =
            ", script-src 'nonce-%1$s' 'strict-dynamic' 'unsafe-eval'; worker-src 'self'";

    private final List<String> origins;

    /**
     * @param origins who may embed
     */
    ContentPolicy(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                HEADER,
                (PAGE + MARKED).formatted(Nonce.of(request), sockets(request), ancestors(request)));
    }

    /** Older Safaris do not count WebSockets to one's own host as one's own. */
    private static String sockets(HttpServletRequest request) {
        String host = request.getHeader("Host");
        boolean plain = host != null && host.matches("[\\w.\\[\\]:-]+");
        return plain ? " " + (request.isSecure() ? "wss://" : "ws://") + host : "";
    }

    private String ancestors(HttpServletRequest request) {
        return isEmbed(request) ? String.join(" ", origins) : "'self'";
    }

    private static boolean isEmbed(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getParameter("embed") != null;
    }
}

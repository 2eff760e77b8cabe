package dev.spirallab.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets only known pages watch, so that no other web site a person has open can (cross-site
 * WebSocket hijacking, DNS rebinding). An origin is known if it is one of those configured, or if
 * it names the server by {@code localhost} or by the address and port at which the request came in.
 * A request without an origin is refused.
 */
final class OriginCheck implements HandshakeInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(OriginCheck.class);
    private static final int TOLD_AT_MOST = 100;
    private final List<String> configured;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    OriginCheck(List<String> configured) {
        this.configured = List.copyOf(configured);
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        String origin = request.getHeaders().getOrigin();
        boolean known =
                origin != null
                        && (configured.contains(origin) || own(request).anyMatch(origin::equals));
        if (!known) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            tell(origin);
        }
        return known;
    }

    /** Once an origin; the page itself cannot say why it sees nothing. */
    private void tell(@Nullable String origin) {
        if (origin != null && told.size() < TOLD_AT_MOST && told.add(origin)) {
            LOG.warn(
                    "Pages of {} may not watch runs; if they should, start with"
                            + " SPIRALLAB_ORIGINS={} (setting spirallab.origins)",
                    origin,
                    origin);
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}

    private static Stream<String> own(ServerHttpRequest request) {
        if (!(request instanceof ServletServerHttpRequest servlet)) {
            return Stream.empty();
        }
        HttpServletRequest local = servlet.getServletRequest();
        return Stream.of("localhost", "127.0.0.1", "[::1]", host(local.getLocalAddr()))
                .flatMap(host -> origins(host, local.getLocalPort()));
    }

    /** A browser leaves the scheme's own port out. */
    private static Stream<String> origins(String host, int port) {
        return switch (port) {
            case 80 -> Stream.of("http://" + host);
            case 443 -> Stream.of("https://" + host);
            default -> Stream.of("http://" + host + ":" + port, "https://" + host + ":" + port);
        };
    }

    private static String host(String address) {
        return address.contains(":") ? "[" + address.replaceFirst("%.*", "") + "]" : address;
    }
}

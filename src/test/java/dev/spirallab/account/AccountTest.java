package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A server with narrow limits, and clients of it: browsers with cookies, programs with tokens. */
@SpringBootTest(
        classes = AccountServer.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spirallab.limits.request=64KB",
            "spirallab.limits.rate.call.owner=5",
            "spirallab.limits.rate.recover.owner=3",
            "spirallab.limits.rate.recover.address=6",
            "spirallab.limits.rate.authenticate.address=6",
            "spirallab.embed.origins=https://moodle.example.org,https://course.example.org"
        })
abstract class AccountTest {
    @LocalServerPort private int port;

    /** Someone with cookies of his own, at an address of this machine. */
    final class Browser {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client;

        Browser() {
            this("127.0.0.1");
        }

        Browser(String address) {
            client =
                    HttpClient.newBuilder()
                            .cookieHandler(cookies)
                            .localAddress(InetAddress.ofLiteral(address))
                            .build();
        }

        /** Asks for a page, as when an address is typed. */
        HttpResponse<String> open(String path) {
            return send(request(path).header("Accept", "text/html,*/*"));
        }

        /** Whom the server takes this browser for. */
        OwnerId owner() {
            return new OwnerId(java.util.UUID.fromString(open("/").body()));
        }

        HttpResponse<String> post(String path, BodyPublisher body) {
            return send(request(path).POST(body));
        }

        String recover(String code) {
            return recover(code, true);
        }

        String recover(String code, boolean bringing) {
            String query = "?code=" + code.replace("-", "") + "&bringing=" + bringing;
            return post("/recover" + query, BodyPublishers.noBody()).body();
        }

        HttpResponse<String> call(String path, String token) {
            return send(request(path).header("Authorization", "Bearer " + token));
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        }

        Optional<HttpCookie> cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .findFirst();
        }

        /** The cookie by which it is known holds another value from now on. */
        void forge(String value) {
            cookie(OwnerCookie.NAME).orElseThrow().setValue(value);
        }

        void forget(String name) {
            cookie(name)
                    .ifPresent(cookie ->
                            cookies.getCookieStore()
                                    .remove(URI.create("http://127.0.0.1:" + port), cookie));
        }
    }
}

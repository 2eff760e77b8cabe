package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The whole server with profile {@code embedding}, behind a proxy that speaks https. */
@ActiveProfiles("embedding")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.forward-headers-strategy=native")
class EmbeddingProfileTest {
    @LocalServerPort private int port;

    @Test
    void framesOfOtherSitesKeepTheSessionsCookie() throws Exception {
        assertThat(open("/?embed", "https").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("SameSite=None", "Secure", "Partitioned", "HttpOnly");
    }

    @Test
    void theOwnersCookieStaysOutOfFramesAndTravelsEncrypted() throws Exception {
        assertThat(open("/", "https").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(OwnerCookie.NAME))
                .singleElement()
                .asString()
                .contains("SameSite=Lax", "Secure", "HttpOnly");
    }

    @Test
    void thePageProbesForTheCookieThatItWillNeed() throws Exception {
        assertThat(open("/?embed", "https").body()).contains("data-cookies=\"none\"");
        assertThat(open("/", "https").body()).doesNotContain("data-cookies");
    }

    @Test
    void httpsIsTheProxysAndHoldsForLater() throws Exception {
        assertThat(open("/", "https").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(open("/", "http").headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(open("/", "https").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("connect-src 'self' wss://");
    }

    private HttpResponse<String> open(String path, String protocol)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", "text/html")
                            .header("X-Forwarded-Proto", protocol)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.account.Tokens.Creation;
import dev.spirallab.owner.OwnerId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class SecurityTest extends AccountTest {
    private static final int LIMIT = 64 << 10;
    private final Browser browser = new Browser();
    @Autowired private Tokens tokens;
    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing/here", "/api/v1/me", "/api/docs", "/api/v1/openapi.json"})
    void everyAnswerIsProtected(String path) {
        var headers = browser.open(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).get().asString().contains("camera=()");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src", "frame-ancestors");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aPageRunsOnlyItsOwnScriptsAndStaysInNoFrame() {
        String policy = policy(browser.open("/"));

        assertThat(policy)
                .contains("script-src 'self' 'nonce-", ", script-src 'nonce-")
                .contains("object-src 'none'", "base-uri 'self'", "form-action 'self'")
                .contains("; worker-src 'self'; ", "'unsafe-eval'; worker-src 'self'")
                .contains("frame-ancestors 'self'")
                .contains("connect-src 'self' ws://127.0.0.1:" + port);
        assertThat(policy.replaceAll("style-src[^;]*;", "")).doesNotContain("unsafe-inline");
        assertThat(policy(browser.open("/"))).as("another nonce").isNotEqualTo(policy);
    }

    @Test
    void onlyAnEmbedViewMayStandInPagesThatAreNamed() {
        assertThat(policy(browser.open("/?embed")))
                .contains("frame-ancestors https://moodle.example.org https://course.example.org");
        assertThat(policy(browser.open("/x/abc?embed&show=play")))
                .contains("frame-ancestors https://moodle.example.org");
        assertThat(policy(browser.open("/?watch=embed"))).contains("frame-ancestors 'self'");
    }

    @Test
    void theApiAnswersWithDataOnly() {
        String token = token(OwnerId.random());

        assertThat(policy(browser.call("/api/v1/me", token)))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(browser.call("/api/v1/me", token).headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        assertThat(browser.open("/").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aTokenOpensTheApiInItsOwnersName() {
        OwnerId owner = OwnerId.random();

        HttpResponse<String> answer = browser.call("/api/v1/me", token(owner));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(owner + " at 127.0.0.1");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void withoutATokenTheApiSaysWhatIsMissing() {
        HttpResponse<String> answer =
                browser.send(browser.request("/api/v1/me").header("Accept-Language", "zh-CN"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"account.unauthorized\"", "\"status\":401", "令牌");
    }

    @Test
    void aCookieOpensNothingOfTheApi() {
        browser.owner();

        assertThat(browser.open("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sl_0000", "sl_0000000000000000000000000000000000000000", "a b", "' or"})
    void aWrongTokenIsRefused(String token) {
        HttpResponse<String> answer = new Browser("127.0.0.5").call("/api/v1/me", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void aRevokedTokenIsWorthNothing() {
        OwnerId owner = OwnerId.random();
        String token = token(owner);

        assertThat(tokens.revoke(OwnerId.random(), tokens.list(owner).getFirst().id())).isFalse();
        assertThat(browser.call("/api/v1/me", token).statusCode()).isEqualTo(200);
        assertThat(tokens.revoke(owner, tokens.list(owner).getFirst().id())).isTrue();
        assertThat(browser.call("/api/v1/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverGuessesTokensIsToldToWait() {
        Browser guesser = new Browser("127.0.0.6");
        String right = token(OwnerId.random());

        for (int time = 0; time < 6; time++) {
            assertThat(guesser.call("/api/v1/me", "sl_" + time).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = guesser.call("/api/v1/me", right);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(browser.call("/api/v1/me", right).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatCallsTooOftenIsToldWhenToComeAgain() {
        String token = token(OwnerId.random());
        for (int time = 0; time < 5; time++) {
            assertThat(browser.call("/api/v1/me", token).statusCode()).isEqualTo(200);
        }

        for (String path : List.of("/api/v1/me", "/api/v1/sweeps")) {
            HttpResponse<String> answer = browser.call(path, token);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 60L);
            assertThat(answer.body()).contains("\"code\":\"account.tooOften\"");
        }
        assertThat(browser.call("/api/v1/me", token(OwnerId.random())).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOfTheLargestSizePassesAndALargerOneDoesNot() {
        assertThat(post(BodyPublishers.ofByteArray(new byte[LIMIT])).body()).isEqualTo("" + LIMIT);

        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(new byte[LIMIT + 1]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"account.tooLarge\"");
    }

    @Test
    void aBodyWhoseLengthNobodyToldIsReadNoFurtherThanTheLimit() {
        InputStream long_ = new ByteArrayInputStream(new byte[LIMIT + 1]);

        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> long_));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"account.tooLarge\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(
                            "POST /message HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return browser.send(
                browser.request("/message")
                        .header("Content-Type", "application/octet-stream")
                        .POST(body));
    }

    private String token(OwnerId owner) {
        return ((Creation.Created) tokens.create(owner, "test")).token();
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}

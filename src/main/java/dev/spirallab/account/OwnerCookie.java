package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie by which a browser is known: out of reach of scripts and of other sites' posts. */
@Component
class OwnerCookie {
    static final String NAME = "spirallab.owner";

    /** It is worth nothing after this; browsers keep none much longer. */
    static final Duration LIFE = Duration.ofDays(365);

    private static final Duration FRESH = Duration.ofDays(1);

    private final Signature signature;
    private final Clock clock = Clock.systemUTC();

    OwnerCookie(Signature signature) {
        this.signature = signature;
    }

    Optional<SignedOwner> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .flatMap(value -> signature.read(value).stream())
                .filter(owner -> age(owner).compareTo(LIFE) < 0)
                .findFirst();
    }

    /** Whether it need not be renewed yet. */
    boolean fresh(SignedOwner owner) {
        return age(owner).compareTo(FRESH) < 0;
    }

    void write(HttpServletRequest request, HttpServletResponse response, OwnerId owner) {
        ResponseCookie cookie =
                ResponseCookie.from(NAME, signature.write(new SignedOwner(owner, clock.instant())))
                        .path(request.getContextPath() + "/")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Duration age(SignedOwner owner) {
        return Duration.between(owner.signed(), clock.instant());
    }
}

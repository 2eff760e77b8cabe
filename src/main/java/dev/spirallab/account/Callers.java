package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Who calls the API, once the token has been checked. */
final class Callers {
    private Callers() {}

    static Caller of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof PreAuthenticatedAuthenticationToken checked
                && checked.getPrincipal() instanceof OwnerId owner) {
            return new Caller(owner, Addresses.of(request));
        }
        throw new IllegalStateException("no token was checked for " + request.getRequestURI());
    }
}

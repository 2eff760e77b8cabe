package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Finds the owner of an API token; the principal is an {@link OwnerId}. */
@Component
class TokenAuthentication implements AuthenticationManagerResolver<HttpServletRequest> {
    private final Tokens tokens;
    private final Rates rates;

    TokenAuthentication(Tokens tokens, Rates rates) {
        this.tokens = tokens;
        this.rates = rates;
    }

    /** After too many wrong ones none is looked at for a while. */
    static final class TooMany extends AuthenticationException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        private TooMany(Refusal refusal) {
            super(refusal.problem().code());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return presented -> authenticate(Addresses.of(request), presented);
    }

    private Authentication authenticate(String address, Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        return switch (rates.guess(Deed.AUTHENTICATE, address, () -> tokens.use(token))) {
            case Guess.Right<OwnerId>(OwnerId owner) ->
                    new PreAuthenticatedAuthenticationToken(owner, "", List.of());
            case Guess.Wrong<OwnerId>() -> throw new InvalidBearerTokenException("unknown");
            case Guess.TooMany<OwnerId>(Refusal refusal) -> throw new TooMany(refusal);
        };
    }
}

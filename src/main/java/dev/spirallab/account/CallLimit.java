package dev.spirallab.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often a program calls the API. */
final class CallLimit extends OncePerRequestFilter {
    private final Rates rates;
    private final ProblemAnswer answer;

    CallLimit(Rates rates, ProblemAnswer answer) {
        this.rates = rates;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = refusal(request);
        if (refusal.isPresent()) {
            answer.refuse(request, response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof PreAuthenticatedAuthenticationToken
                ? rates.take(Deed.CALL, Callers.of(request))
                : rates.take(Deed.CALL, Addresses.of(request));
    }
}

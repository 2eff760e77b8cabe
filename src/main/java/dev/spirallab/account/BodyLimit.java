package dev.spirallab.account;

import dev.spirallab.spec.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests whose bodies are too large, and reads no further. */
@Component
class BodyLimit extends OncePerRequestFilter {
    private static final HttpStatus STATUS = HttpStatus.CONTENT_TOO_LARGE;
    private final LimitSettings settings;
    private final ProblemAnswer answer;

    BodyLimit(LimitSettings settings, ProblemAnswer answer) {
        this.settings = settings;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > settings.request().toBytes()) {
            answer.write(request, response, STATUS, problem());
        } else if (length < 0) {
            passBounded(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** How long it is shows only as it is read. */
    private void passBounded(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Fault tooLarge = new Fault(STATUS, List.of(problem()));
        chain.doFilter(
                new BoundedRequest(request, settings.request().toBytes(), tooLarge), response);
    }

    private Problem problem() {
        String megabytes = Long.toString(settings.request().toMegabytes());
        return Problem.of("account.tooLarge", "", Map.of("megabytes", megabytes));
    }
}

package dev.spirallab.account;

import dev.spirallab.experiment.KeepingSettings;
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
    private static final String FILES = "/api/v1/files";

    /** Where a page sends the files that somebody chooses in it; elsewhere nobody listens there. */
    private static final String CHOSEN = "/VAADIN/dynamic/resource/";

    private final LimitSettings settings;
    private final KeepingSettings keeping;
    private final ProblemAnswer answer;

    BodyLimit(LimitSettings settings, KeepingSettings keeping, ProblemAnswer answer) {
        this.settings = settings;
        this.keeping = keeping;
        this.answer = answer;
    }

    /** How much a body may have, and what is said of a larger one. */
    private record Bound(long bytes, Problem problem) {}

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bound bound = isFile(request) ? ofFiles() : ofRequests();
        long length = request.getContentLengthLong();
        if (length > bound.bytes()) {
            answer.write(request, response, STATUS, bound.problem());
        } else if (length < 0) {
            passBounded(bound, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** How long it is shows only as it is read. */
    private static void passBounded(
            Bound bound,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Fault tooLarge = new Fault(STATUS, List.of(bound.problem()));
        chain.doFilter(new BoundedRequest(request, bound.bytes(), tooLarge), response);
    }

    private static boolean isFile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(FILES) || path.startsWith(CHOSEN);
    }

    private Bound ofFiles() {
        String megabytes = Integer.toString(keeping.fileMegabytes());
        return new Bound(
                (long) keeping.fileMegabytes() << 20,
                Problem.of("keeping.file", "", Map.of("limit", megabytes)));
    }

    private Bound ofRequests() {
        String megabytes = Long.toString(settings.request().toMegabytes());
        return new Bound(
                settings.request().toBytes(),
                Problem.of("account.tooLarge", "", Map.of("megabytes", megabytes)));
    }
}

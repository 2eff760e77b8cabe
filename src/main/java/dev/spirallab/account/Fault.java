package dev.spirallab.account;

import dev.spirallab.spec.Problem;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Ends a request of a program with an error. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final HttpStatus status;
    private final transient List<Problem> problems;
    private final transient HttpHeaders headers = new HttpHeaders();

    /**
     * @param problems at least one
     */
    public Fault(HttpStatus status, List<Problem> problems) {
        super(problems.getFirst().code(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /** Says when it may be tried again. */
    public Fault retryAfter(Duration time) {
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds()));
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public List<Problem> problems() {
        return problems;
    }

    public HttpHeaders headers() {
        return headers;
    }
}

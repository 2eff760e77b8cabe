package dev.spirallab.api;

import dev.spirallab.account.Fault;
import dev.spirallab.account.Refusal;
import dev.spirallab.spec.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The errors that operations end with. */
final class Faults {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Faults() {}

    /** What was sent is no document, or no command. */
    static Fault unreadable(List<Problem> problems) {
        return new Fault(HttpStatus.BAD_REQUEST, problems);
    }

    /** The document can be read, but not be trained. */
    static Fault unsound(List<Problem> problems) {
        return new Fault(HttpStatus.UNPROCESSABLE_CONTENT, problems);
    }

    /** Not there, or somebody else's: nobody can tell which. */
    static Fault missing() {
        return of(HttpStatus.NOT_FOUND, "api.notFound");
    }

    /** The experiment was changed since. */
    static Fault outdated() {
        return of(HttpStatus.PRECONDITION_FAILED, "api.outdated");
    }

    static Fault noRevision() {
        return of(HttpStatus.PRECONDITION_REQUIRED, "api.noRevision");
    }

    /** There is no room for more of what is kept; its owner has to make some. */
    static Fault noRoom(Problem problem) {
        return new Fault(HttpStatus.CONFLICT, List.of(problem));
    }

    /** A file that is larger than one may be. */
    static Fault tooLarge(Problem problem) {
        return new Fault(HttpStatus.CONTENT_TOO_LARGE, List.of(problem));
    }

    /** The data have no plane. */
    static Fault noBoundary() {
        return of(HttpStatus.CONFLICT, "api.noBoundary");
    }

    /** Later it may work. */
    static Fault busy(Problem problem) {
        return new Fault(HttpStatus.SERVICE_UNAVAILABLE, List.of(problem)).retryAfter(SOON);
    }

    static Fault busy() {
        return busy(Problem.of("api.busy", "", Map.of()));
    }

    static Fault tooOften(Refusal refusal) {
        return new Fault(HttpStatus.TOO_MANY_REQUESTS, List.of(refusal.problem()))
                .retryAfter(refusal.after());
    }

    private static Fault of(HttpStatus status, String code) {
        return new Fault(status, List.of(Problem.of(code, "", Map.of())));
    }
}

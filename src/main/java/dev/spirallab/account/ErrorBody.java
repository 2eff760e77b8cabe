package dev.spirallab.account;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the status in words
 * @param detail the message of the first problem
 * @param code of the first problem; stable, for programs to tell one from another
 */
public record ErrorBody(
        String title, int status, String detail, String code, List<ShownProblem> problems) {

    /**
     * @param problems at least one
     */
    static ErrorBody of(
            HttpStatusCode status, List<Problem> problems, Messages messages, Locale locale) {
        List<ShownProblem> shown = ShownProblem.of(problems, messages, locale);
        return new ErrorBody(
                HttpStatus.valueOf(status.value()).getReasonPhrase(),
                status.value(),
                shown.getFirst().message(),
                shown.getFirst().code(),
                shown);
    }
}

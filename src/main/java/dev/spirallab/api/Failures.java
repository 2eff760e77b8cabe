package dev.spirallab.api;

import dev.spirallab.account.ErrorBody;
import dev.spirallab.account.ProblemAnswer;
import dev.spirallab.spec.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers where no controller was reached or one broke, in the same form as those answer that throw
 * a {@link dev.spirallab.account.Fault}. What goes wrong outside of the interface is left to
 * others, and so is what breaks off in the middle of an answer: the connection is cut then.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final ProblemAnswer answer;

    Failures(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> answer(
            Exception failure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws Exception {
        if (response.isCommitted()
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw failure;
        }
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch, locale);
            case TypeMismatchException _ -> answer(HttpStatus.BAD_REQUEST, locale);
            case ErrorResponse known -> answer(known.getStatusCode(), known.getHeaders(), locale);
            case AccessDeniedException _, AuthenticationException _ -> throw failure;
            case Exception _ when DisconnectedClientHelper.isClientDisconnectedException(failure) ->
                    throw failure;
            default -> {
                LOG.error("A request failed: {}", request.getRequestURI(), failure);
                yield answer(HttpStatus.INTERNAL_SERVER_ERROR, locale);
            }
        };
    }

    /** What cannot be an id is the id of nothing. */
    private ResponseEntity<ErrorBody> mismatched(
            MethodArgumentTypeMismatchException mismatch, Locale locale) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(HttpStatus.NOT_FOUND, locale);
        }
        Map<String, String> arguments =
                Map.of("name", mismatch.getName(), "value", String.valueOf(mismatch.getValue()));
        Problem problem = Problem.of("api.parameter", mismatch.getName(), arguments);
        return answer.entity(HttpStatus.BAD_REQUEST, List.of(problem), new HttpHeaders(), locale);
    }

    private ResponseEntity<ErrorBody> answer(HttpStatus status, Locale locale) {
        return answer(status, new HttpHeaders(), locale);
    }

    private ResponseEntity<ErrorBody> answer(
            HttpStatusCode status, HttpHeaders headers, Locale locale) {
        Problem problem = Problem.of(code(status), "", Map.of());
        return answer.entity(status, List.of(problem), headers, locale);
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "api.notFound";
            case 405 -> "api.method";
            case 406 -> "api.notAcceptable";
            case 415 -> "api.mediaType";
            case 503 -> "api.busy";
            default -> status.is4xxClientError() ? "api.badRequest" : "api.failed";
        };
    }
}

package dev.spirallab.account;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is wrong with a request: {@code application/problem+json} (RFC 9457) in the language
 * that was asked for.
 */
@Component
public class ProblemAnswer {
    private final Messages messages;
    private final JsonMapper mapper;

    ProblemAnswer(Messages messages, JsonMapper mapper) {
        this.messages = messages;
        this.mapper = mapper;
    }

    /**
     * What is to be said.
     *
     * @param problems at least one
     */
    public ErrorBody of(HttpStatusCode status, List<Problem> problems, Locale locale) {
        return ErrorBody.of(status, problems, messages, locale);
    }

    /** The same as the answer of a controller. */
    public ResponseEntity<ErrorBody> entity(
            HttpStatusCode status, List<Problem> problems, HttpHeaders headers, Locale locale) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(status, problems, locale));
    }

    /** Too often: 429, and when to come again. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.after().toSeconds()));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, refusal.problem());
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            Problem problem)
            throws IOException {
        byte[] body = mapper.writeValueAsBytes(of(status, List.of(problem), request.getLocale()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

package dev.spirallab.api;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import dev.spirallab.account.ErrorBody;
import dev.spirallab.account.ProblemAnswer;
import dev.spirallab.spec.Problem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The errors that operations may answer with, each as a response of its own with an example. */
@Component
class ErrorExamples {
    private static final Map<HttpStatus, Problem> EXAMPLES =
            Map.ofEntries(
                    Map.entry(
                            BAD_REQUEST,
                            Problem.of(
                                    "json.misspeltField",
                                    "dataset.nose",
                                    Map.of("name", "nose", "suggestion", "noise"))),
                    Map.entry(UNAUTHORIZED, problem("account.unauthorized")),
                    Map.entry(NOT_FOUND, problem("api.notFound")),
                    Map.entry(
                            CONFLICT,
                            Problem.of("keeping.experiments", "", Map.of("limit", "1000"))),
                    Map.entry(PRECONDITION_FAILED, problem("api.outdated")),
                    Map.entry(
                            CONTENT_TOO_LARGE,
                            Problem.of("account.tooLarge", "", Map.of("megabytes", "8"))),
                    Map.entry(UNSUPPORTED_MEDIA_TYPE, problem("api.mediaType")),
                    Map.entry(
                            UNPROCESSABLE_CONTENT,
                            Problem.of(
                                            "output.classes",
                                            "graph.nodes[2].layer.units",
                                            Map.of("node", "output", "have", "4", "want", "3"))
                                    .at("output")),
                    Map.entry(PRECONDITION_REQUIRED, problem("api.noRevision")),
                    Map.entry(
                            TOO_MANY_REQUESTS,
                            Problem.of("account.tooOften", "", Map.of("seconds", "12"))),
                    Map.entry(
                            SERVICE_UNAVAILABLE,
                            Problem.of("run.tooMany", "", Map.of("limit", "200"))));

    private final ProblemAnswer answer;
    private final JsonMapper mapper;

    ErrorExamples(ProblemAnswer answer, JsonMapper mapper) {
        this.answer = answer;
        this.mapper = mapper;
    }

    /** All of them by the name under which operations refer to them. */
    Map<String, ApiResponse> responses() {
        Map<String, ApiResponse> responses = new TreeMap<>();
        EXAMPLES.forEach(
                (status, problem) -> responses.put(name(status), response(status, problem)));
        return responses;
    }

    static ApiResponse reference(HttpStatus status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    private ApiResponse response(HttpStatus status, Problem problem) {
        ErrorBody body = answer.of(status, List.of(problem), Locale.ENGLISH);
        MediaType media =
                new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/ErrorBody"))
                        .example(mapper.convertValue(body, Object.class));
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", media));
    }

    /** {@code NotFound} */
    private static String name(HttpStatus status) {
        return String.join(
                "",
                Arrays.stream(status.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Problem problem(String code) {
        return Problem.of(code, "", Map.of());
    }
}

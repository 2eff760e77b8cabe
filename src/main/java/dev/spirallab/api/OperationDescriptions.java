package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the description of each operation what follows from the method that serves it. */
@Component
class OperationDescriptions implements OperationCustomizer {
    private static final String ID = "0b9f5a6e-5a0f-4c58-9a54-1f3f7d2f6a10";
    private static final String DOCUMENT =
            ExperimentJson.write(Templates.get(Templates.FIRST).withTitle("Spiral"));

    /** What may be sent, by the type that it is read as. */
    private static final Map<Class<?>, String> EXAMPLES =
            Map.of(
                    Experiment.class,
                    DOCUMENT,
                    Reading.class,
                    DOCUMENT,
                    RunBody.class,
                    "{\"experimentId\": \"%s\", \"seed\": 7}".formatted(ID),
                    SweepBody.class,
                    "{\"experimentId\": \"%s\", \"vary\": [\"learningRate=0.01,0.1\"]}"
                            .formatted(ID),
                    MarkBody.class,
                    "{\"starred\": true, \"note\": \"the best so far\"}",
                    LinkBody.class,
                    "{\"experimentId\": \"%s\"}".formatted(ID),
                    VersionBody.class,
                    "{\"name\": \"Before the talk\"}",
                    Order.class,
                    "{\"command\": \"tune\", \"learningRate\": 0.003}");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setOperationId(
                operation.getTags().getFirst() + "-" + method.getMethod().getName());
        errors(method)
                .forEach(status ->
                        operation
                                .getResponses()
                                .addApiResponse(
                                        String.valueOf(status.value()),
                                        ErrorExamples.reference(status)));
        body(method).ifPresent(type -> example(operation, type));
        operation.getResponses().values().stream()
                .map(response -> Optional.ofNullable(response.getContent()))
                .flatMap(Optional::stream)
                .forEach(OperationDescriptions::describeFiles);
        return operation;
    }

    private static Set<HttpStatus> errors(HandlerMethod method) {
        Set<HttpStatus> errors = new TreeSet<>(Set.of(HttpStatus.TOO_MANY_REQUESTS));
        for (MethodParameter parameter : method.getMethodParameters()) {
            errors.addAll(errors(parameter));
        }
        Fails fails = method.getMethodAnnotation(Fails.class);
        if (fails != null) {
            errors.addAll(List.of(fails.value()));
        }
        return errors;
    }

    private static List<HttpStatus> errors(MethodParameter parameter) {
        if (List.of(OwnerId.class, Caller.class).contains(parameter.getParameterType())) {
            return List.of(HttpStatus.UNAUTHORIZED);
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return List.of(HttpStatus.NOT_FOUND);
        }
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            return List.of(HttpStatus.BAD_REQUEST);
        }
        if (parameter.hasParameterAnnotation(RequestHeader.class)) {
            return List.of(HttpStatus.PRECONDITION_FAILED, HttpStatus.PRECONDITION_REQUIRED);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return List.of(
                    HttpStatus.BAD_REQUEST,
                    HttpStatus.CONTENT_TOO_LARGE,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return List.of();
    }

    private static Optional<Class<?>> body(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst();
    }

    private static void example(Operation operation, Class<?> type) {
        Object example = JsonMapper.shared().readValue(EXAMPLES.get(type), Object.class);
        operation
                .getRequestBody()
                .getContent()
                .values()
                .forEach(media -> media.setExample(example));
    }

    /** Of what is no JSON there is no schema. */
    private static void describeFiles(Content content) {
        content.replaceAll((type, media) -> type.contains("json") ? media : file(type));
    }

    private static MediaType file(String type) {
        Schema<?> schema = new JsonSchema().typesItem("string");
        return new MediaType().schema(type.startsWith("text/") ? schema : schema.format("binary"));
    }
}

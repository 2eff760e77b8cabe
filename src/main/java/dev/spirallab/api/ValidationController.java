package dev.spirallab.api;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what is wrong with a document, how large it is, and keeps nothing. */
@RestController
@Tag(name = "documents")
class ValidationController {
    private final Validator validator;
    private final Messages messages;

    ValidationController(Validator validator, Messages messages) {
        this.validator = validator;
        this.messages = messages;
    }

    @PostMapping(path = "/api/v1/experiments/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "Validate an experiment",
            description =
                    "Tells all problems at once, each with its place in the document and, where there"
                            + " is one, a fix; and shapes, parameters, operations and memory as far"
                            + " as they can be told.")
    Judgement validate(@RequestBody Reading document, Locale locale) {
        return switch (document) {
            case Reading.Read(var experiment) -> judged(validator.validate(experiment), locale);
            case Reading.Unreadable(var problems) ->
                    new Judgement(
                            false,
                            ShownProblem.of(problems, messages, locale),
                            Map.of(),
                            Map.of(),
                            Budget.NOTHING);
        };
    }

    private Judgement judged(ValidationResult result, Locale locale) {
        return new Judgement(
                result instanceof Valid,
                ShownProblem.of(result.problems(), messages, locale),
                shapes(result.shapes()),
                result.parameters(),
                result.budget());
    }

    private static Map<String, List<Integer>> shapes(Map<String, TensorShape> shapes) {
        return shapes.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().dimensions()));
    }
}

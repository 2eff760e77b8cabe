package dev.spirallab.account;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for controllers that throw a {@link Fault}, and where reading a body does. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultAnswer {
    private final ProblemAnswer answer;

    FaultAnswer(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> answer(Fault fault, Locale locale) {
        return answer.entity(fault.status(), fault.problems(), fault.headers(), locale);
    }
}

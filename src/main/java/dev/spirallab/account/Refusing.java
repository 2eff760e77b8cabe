package dev.spirallab.account;

import dev.spirallab.spec.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers programs that come without a token that holds. */
@Component
class Refusing implements AuthenticationEntryPoint {
    private final ProblemAnswer answer;

    Refusing(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (exception instanceof TokenAuthentication.TooMany tooMany) {
            answer.refuse(request, response, tooMany.refusal());
            return;
        }
        boolean wrong = exception instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, wrong ? "Bearer error=\"invalid_token\"" : "Bearer");
        Problem problem = Problem.of("account.unauthorized", "", Map.of());
        answer.write(request, response, HttpStatus.UNAUTHORIZED, problem);
    }
}

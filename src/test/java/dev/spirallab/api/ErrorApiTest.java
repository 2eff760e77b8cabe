package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ErrorApiTest extends ApiTest {
    @Autowired private Failures failures;

    @Test
    void aProgramThatWentAwayIsLeftToThoseWhoKnowOfIt() {
        var gone = new ClientAbortException(new IOException("Broken pipe"));
        var request = new MockHttpServletRequest("GET", "/api/v1/me");
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> failures.answer(gone, request, response, Locale.ENGLISH))
                .isSameAs(gone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/experiments", "/runs", "/links", "/me", "/me/export"})
    void whoHasNoTokenIsToldSo(String path) {
        Program.Answer answer = stranger().get(path).with(401);
        assertThat(answer.code()).isEqualTo("account.unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void anAddressThatIsNotThereIsSaidToBeNone() {
        assertThat(program().get("/nothing").with(404).code()).isEqualTo("api.notFound");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatThereAre() {
        Program.Answer answer = program().send("PATCH", "/experiments", "{}").with(405);
        assertThat(answer.code()).isEqualTo("api.method");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void onlyJsonIsRead() {
        Program.Answer answer =
                program().post("/experiments", SPIRAL, "Content-Type", "text/plain").with(415);
        assertThat(answer.code()).isEqualTo("api.mediaType");
    }

    @Test
    void whoAcceptsNothingThatThereIsIsToldSo() {
        Program.Answer answer = program().get("/experiments", "Accept", "image/gif").with(406);
        assertThat(answer.code()).isEqualTo("api.notAcceptable");
    }

    @Test
    void aParameterOutOfRangeIsNamed() {
        Program program = program();
        String run =
                program.post("/runs", "{\"experiment\": %s}".formatted(SPIRAL))
                        .json()
                        .get("id")
                        .asString();
        Program.Answer answer = program.get("/runs/" + run + "/boundary?grid=7").with(400);
        assertThat(answer.code()).isEqualTo("api.parameter");
        assertThat(answer.json().get("detail").asString()).contains("grid", "7");
        program.get("/runs/" + run + "/history?from=x").with(400);
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void errorsAreToldInTheReadersLanguage() {
        Program.Answer answer = program().get("/nothing", "Accept-Language", "zh-CN").with(404);
        assertThat(answer.json().get("detail").asString()).contains("请检查地址");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = " ".repeat(9 << 20);
        assertThat(program().post("/experiments", large).with(413).code())
                .isEqualTo("account.tooLarge");
    }

    @Test
    void everythingOfMineCanBeTakenAwayAndDeleted() {
        Program program = program();
        program.post("/experiments", SPIRAL).with(201);
        assertThat(program.get("/me").json().get("experiments").asInt()).isEqualTo(1);
        byte[] zip = program.get("/me/export").with(200).bytes();
        assertThat(new String(zip, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        program.delete("/me").with(204);
        program.get("/me").with(401);
    }
}

package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.owner.OwnerId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OwnersTest extends AccountTest {
    @Autowired private Signature signature;
    @Autowired private RecoveryCodes codes;
    @Autowired private Tokens tokens;
    @Autowired private Stored stored;

    @Test
    void aBrowserStaysWhoItIs() {
        Browser browser = new Browser();

        OwnerId owner = browser.owner();
        browser.forget("JSESSIONID");

        assertThat(browser.owner()).isEqualTo(owner);
    }

    @Test
    void twoBrowsersAreTwoOwners() {
        assertThat(new Browser().owner()).isNotEqualTo(new Browser().owner());
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser browser = new Browser();
        String cookie = setCookie(browser);

        assertThat(cookie)
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=31536000")
                .doesNotContain("Secure", "Domain");
    }

    @Test
    void onlyPagesGiveACookie() {
        Browser browser = new Browser();

        browser.send(browser.request("/").header("Accept", "*/*"));
        browser.post("/message", BodyPublishers.ofString("x"));
        browser.call("/api/v1/me", "sl_nothing");
        browser.open("/api/v1/me");

        assertThat(browser.cookie(OwnerCookie.NAME)).isEmpty();
    }

    @Test
    void aFreshCookieIsNotSentAgainAndAnOlderOneIsRenewed() {
        Browser browser = new Browser();
        OwnerId owner = browser.owner();

        assertThat(browser.open("/").headers().allValues("Set-Cookie")).isEmpty();

        browser.forge(signed(owner, Duration.ofDays(200)));
        assertThat(setCookie(browser)).contains("Max-Age=31536000");
        assertThat(browser.owner()).isEqualTo(owner);
    }

    @Test
    void aCookieOfMoreThanAYearIsWorthNothing() {
        Browser browser = new Browser();
        OwnerId owner = browser.owner();
        browser.forget("JSESSIONID");

        browser.forge(signed(owner, Duration.ofDays(366)));

        assertThat(browser.owner()).isNotEqualTo(owner);
    }

    @Test
    void whoeverChangesALetterOfACookieIsSomebodyNew() {
        Browser browser = new Browser();
        OwnerId owner = browser.owner();
        String genuine = browser.cookie(OwnerCookie.NAME).orElseThrow().getValue();
        byte[] whole = Base64.getUrlDecoder().decode(genuine);

        for (int at = 0; at < whole.length; at += 5) {
            byte[] forged = whole.clone();
            forged[at] ^= 1;
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThat(signature.read(value)).isEmpty();
        }
        browser.forget("JSESSIONID");
        browser.forge(genuine.substring(0, 10) + "A".repeat(genuine.length() - 10));
        assertThat(browser.owner()).isNotEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "AAAA", "\"quoted\"", "<script>alert(1)</script>"})
    void aDamagedCookieIsNeverAnError(String value) {
        assertThat(signature.read(value)).isEmpty();
    }

    @Test
    void aBrowserThatRefusesTheCookieIsTheSameOwnerForOneSession() {
        Browser browser = new Browser();
        OwnerId owner = browser.owner();
        browser.forget(OwnerCookie.NAME);

        OwnerId ofSession = browser.owner();
        browser.forget(OwnerCookie.NAME);

        assertThat(browser.owner()).isEqualTo(ofSession).isNotEqualTo(owner);
        browser.forget(OwnerCookie.NAME);
        browser.forget("JSESSIONID");
        assertThat(browser.owner()).isNotEqualTo(ofSession);
    }

    @Test
    void visitorsLeaveNothingInTheDatabase() {
        OwnerId owner = new Browser().owner();

        assertThat(stored.everything()).noneMatch(text -> text.contains(owner.toString()));
    }

    @Test
    void aRecoveryCodeMovesABrowserAndItsWork() {
        Browser school = new Browser();
        Browser home = new Browser();
        OwnerId owner = school.owner();
        OwnerId before = home.owner();
        tokens.create(before, "from home");

        assertThat(home.recover(codes.create(owner))).isEqualTo("Moved");

        assertThat(home.owner()).isEqualTo(owner);
        home.forget("JSESSIONID");
        assertThat(home.owner()).isEqualTo(owner);
        assertThat(tokens.list(owner)).extracting(ApiToken::name).containsExactly("from home");
        assertThat(tokens.list(before)).isEmpty();
    }

    @Test
    void anotherBrowserOfTheOwnerThatMovedFollowsWithWhatItKeptMeanwhile() {
        Browser school = new Browser();
        Browser library = new Browser();
        OwnerId shared = school.owner();
        library.owner();
        library.forge(signed(shared, Duration.ZERO));
        Browser home = new Browser();
        OwnerId owner = home.owner();

        school.recover(codes.create(owner));
        tokens.create(shared, "from the library");

        assertThat(library.owner()).isEqualTo(owner);
        assertThat(tokens.list(owner)).extracting(ApiToken::name).contains("from the library");
    }

    @Test
    void whatACodeLeadsToStaysWhereSomebodyElseRedeemsHis() {
        Browser school = new Browser();
        OwnerId earlier = school.owner();
        OwnerId later = new Browser().owner();
        tokens.create(earlier, "of the earlier");
        String wayBack = codes.create(earlier);

        school.recover(codes.create(later));

        assertThat(school.owner()).isEqualTo(later);
        assertThat(tokens.list(later)).isEmpty();
        school.recover(wayBack);
        assertThat(school.owner()).isEqualTo(earlier);
        assertThat(tokens.list(earlier)).extracting(ApiToken::name).contains("of the earlier");
    }

    @Test
    void whatABrowserHasMayBeLeftBehind() {
        Browser browser = new Browser();
        OwnerId before = browser.owner();
        OwnerId owner = OwnerId.random();
        tokens.create(before, "left");

        browser.recover(codes.create(owner), false);

        assertThat(browser.owner()).isEqualTo(owner);
        assertThat(tokens.list(owner)).isEmpty();
        assertThat(tokens.list(before)).hasSize(1);
    }

    @Test
    void aBrowserThatForgetsIsSomebodyNewAndTheCodeLeadsBack() {
        Browser browser = new Browser();
        OwnerId owner = browser.owner();
        String code = codes.create(owner);

        browser.post("/forget", BodyPublishers.noBody());

        assertThat(browser.owner()).isNotEqualTo(owner);
        browser.recover(code);
        assertThat(browser.owner()).isEqualTo(owner);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() {
        OwnerId owner = OwnerId.random();
        String old = codes.create(owner);
        String now = codes.create(owner);

        assertThat(codes.exists(owner)).isTrue();
        assertThat(new Browser("127.0.0.2").recover(old)).isEqualTo("Unknown");
        assertThat(new Browser("127.0.0.2").recover(now)).isEqualTo("Moved");
    }

    @Test
    void whoeverGuessesCodesIsToldToWait() {
        Browser browser = new Browser("127.0.0.3");
        browser.owner();
        String code = codes.create(OwnerId.random());

        for (int at = 0; at < 3; at++) {
            assertThat(browser.recover(RecoveryCode.random().text())).isEqualTo("Unknown");
        }
        assertThat(browser.recover(code)).isEqualTo("Refused");
        assertThat(browser.recover("typo")).isEqualTo("Mistyped");
    }

    @Test
    void droppingCookiesDoesNotBuyMoreGuesses() {
        for (int at = 0; at < 6; at++) {
            assertThat(new Browser("127.0.0.4").recover(RecoveryCode.random().text()))
                    .isEqualTo("Unknown");
        }
        assertThat(new Browser("127.0.0.4").recover(RecoveryCode.random().text()))
                .isEqualTo("Refused");
    }

    @Test
    void neitherCodesNorTokensAreStored() {
        OwnerId owner = OwnerId.random();
        String code = codes.create(owner);
        String token = ((Tokens.Creation.Created) tokens.create(owner, "t")).token();

        assertThat(stored.everything())
                .noneMatch(text -> text.contains(code) || text.contains(code.replace("-", "")))
                .noneMatch(text -> text.contains(token) || text.contains(token.substring(3)));
    }

    private String signed(OwnerId owner, Duration age) {
        return signature.write(new SignedOwner(owner, Instant.now().minus(age)));
    }

    private static String setCookie(Browser browser) {
        return browser.open("/").headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(OwnerCookie.NAME))
                .findFirst()
                .orElseThrow();
    }
}

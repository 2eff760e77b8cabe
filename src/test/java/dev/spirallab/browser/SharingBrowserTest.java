package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people in two browsers share experiments, as they would do it. */
class SharingBrowserTest extends Sharing {
    @Autowired private Runs runs;

    @Test
    void aLinkThatCarriesTheExperimentShowsItElsewhereAndAForkIsOnesOwn() {
        open(page, "/");
        rename(page, "Carried spiral");
        button(page, "Share").click();
        var link =
                path(
                        page.getByRole(
                                AriaRole.TEXTBOX,
                                new GetByRoleOptions().setName("Link").setExact(true)));
        screenshot(page, "share-1366x768");
        var other = newPage(options());

        other.navigate(link);

        assertThat(other.getByText("Shared experiment: “Carried spiral”")).isVisible();
        assertThat(button(other, "Play")).isHidden();
        assertThat(title(other)).hasValue("Carried spiral");
        screenshot(other, "shared-1366x768");
        button(other, "Fork to make it yours").click();
        assertThat(button(other, "Play")).isEnabled();
        assertThat(title(other)).hasValue("Carried spiral");
        assertThat(other.locator(".lab-origin")).hasText("Forked from “Carried spiral”");
        assertThat(other.locator(".lab-origin button")).hasCount(0);
        screenshot(other, "forked-1366x768");
        button(other, "My experiments").click();
        assertThat(other.locator(".lab-mine-facts")).containsText("Forked from “Carried spiral”");
    }

    @Test
    void theCurvesOfAnEarlierExperimentAreNotShared() {
        open(page, "/");
        rename(page, "Changed since");
        button(page, "One step").click();
        assertThat(step(page)).hasText("1");
        page.locator("graph-editor .react-flow__node").nth(1).getByText("Linear").click();
        page.keyboard().press("Delete");
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
        button(page, "Share").click();

        assertThat(page.getByText("The curves on the page are those of the experiment before"))
                .isVisible();
        assertThat(
                        page.getByRole(
                                AriaRole.CHECKBOX, new GetByRoleOptions().setName("With the run")))
                .isDisabled();
    }

    @Test
    void whatATabHoldsUnsavedStaysItsOwnExperimentsWhateverIsForkedThere() {
        open(page, "/");
        rename(page, "Mine");
        var mine = (String) page.evaluate("sessionStorage.getItem('spirallab.experiment')");
        var unsaved = Templates.get(Templates.FIRST).withTitle("Mine, changed offline");
        page.evaluate(
                "held => sessionStorage.setItem('spirallab.unsaved.' + held.id, held.text)",
                Map.of(
                        "id",
                        mine,
                        "text",
                        "{\"id\":\"%s\",\"revision\":1,\"document\":%s}"
                                .formatted(mine, ExperimentJson.write(unsaved))));
        var carried = Templates.get(Templates.FIRST).withTitle("Somebody's");

        page.navigate("about:blank");
        page.navigate("/#e=" + LinkText.write(carried));
        button(page, "Fork to make it yours").click();

        assertThat(button(page, "Play")).isEnabled();
        assertThat(title(page)).hasValue("Somebody's");
        button(page, "My experiments").click();
        assertThat(page.locator(".lab-mine-title"))
                .hasText(new String[] {"Mine, changed offline", "Somebody's"});
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "'spirallab.unsaved.%s' in sessionStorage".formatted(mine)))
                .isFalse();
    }

    @Test
    void aLinkIsHadAgainWhereItWasMadeAndNowhereElse() {
        open(page, "/");
        rename(page, "Printed on the sheet");
        var link = shortLink(page);
        var code = page.locator(".lab-qr-whole");
        button(page, "QR code").first().click();
        code.click();
        page.waitForFunction("document.fullscreenElement?.matches('.lab-qr-whole')");
        assertThat(code.locator("svg").boundingBox().height).isGreaterThan(600);
        code.click();
        page.waitForFunction("!document.fullscreenElement");
        page.keyboard().press("Escape");
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("My links")).click();

        button(page, "Copy the link to “Printed on the sheet”").click();

        assertThat(page.getByText("Copied")).isVisible();
        assertThat(page.evaluate("localStorage.getItem('spirallab.links')").toString())
                .contains(link.substring(link.lastIndexOf('/') + 1));
        page.evaluate("localStorage.removeItem('spirallab.links')");
        page.reload();
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("My links")).click();
        assertThat(page.getByText("Address known where it was made only")).isVisible();
    }

    @Test
    void aTeacherIsToldWhatKeepsOtherSitesFromHoldingTheExperimentAndSoIsTheReader() {
        open(page, "/");
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Embed")).click();
        assertThat(page.getByText("Pages of other sites cannot hold it yet")).isVisible();
        screenshot(page, "embed-section-1366x768");

        var reader = newPage(options());
        reader.navigate("/embed/refused?embed#" + "%2Fx%2Fsome");
        assertThat(reader.getByText("be started with SPRING_PROFILES_ACTIVE=embedding"))
                .isVisible();
        assertThat(reader.getByRole(AriaRole.LINK)).hasAttribute("href", address("/x/some"));

        reader.navigate("about:blank");
        reader.navigate("/embed/refused?embed#" + "%2F%09%2Fevil.example");
        assertThat(reader.getByRole(AriaRole.LINK)).hasAttribute("href", "../");
    }

    @Test
    void aRevokedLinkAndADamagedOneLeadToAClearPage() {
        open(page, "/");
        var link = shortLink(page);
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("My links")).click();
        page.getByText("Revoke", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Revoke for good").click();
        assertThat(page.getByText("You have made no links yet.")).isVisible();
        var other = newPage(options());

        other.navigate(link);
        assertThat(other.getByText("This link leads nowhere")).isVisible();

        other.navigate("/#e=damaged");
        assertThat(
                        other.locator(
                                "h1", new Page.LocatorOptions().setHasText("This link is damaged")))
                .isVisible();
        other.getByText("To the workbench").click();
        assertThat(button(other, "Play")).isEnabled();
    }

    @Test
    void aCoursePageHoldsTheExperimentWithTheChosenControlsAlone() throws IOException {
        open(page, "/");
        rename(page, "For the course");
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Embed")).click();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Learning rate")).check();
        var field = page.getByLabel("HTML for your page");
        assertThat(field)
                .hasValue(
                        Pattern.compile(".*show=play,reset,rate,figures,curve.*", Pattern.DOTALL));
        var code = field.inputValue().replaceAll("src=\"http://[^/]+", "src=\"" + address(""));
        var reader = newPage(options());
        var course = coursePage(code);
        try {
            allow(course.getAddress().getPort());

            var site = "http://localhost:" + course.getAddress().getPort();
            reader.navigate(site);

            var frame = reader.frameLocator("iframe");
            assertThat(frame.getByText("Not started")).isVisible();
            frame.getByRole(AriaRole.BUTTON, named("Play")).click();
            assertThat(frame.locator(".lab-state")).hasText(Pattern.compile("Training|Done.*"));
            assertThat(frame.getByRole(AriaRole.TEXTBOX).first()).isVisible();
            assertThat(frame.getByText("Templates")).hasCount(0);
            assertThat(frame.getByRole(AriaRole.BUTTON, named("One step"))).hasCount(0);
            assertThat(frame.locator("dataset-thumb:visible")).hasCount(0);
            screenshot(reader, "embed-1366x768");
            var id = frame.locator("boundary-view").getAttribute("run-id");

            reader.navigate("about:blank");

            await().until(() -> runs.find(new RunId(id)).isEmpty());
            reader.navigate(site);
            assertThat(frame.getByText("What you trained here is gone")).isVisible();
        } finally {
            course.stop(0);
        }
    }

    @Test
    void aBrowserThatRefusesTheCookieInsideAnotherSitesPageSaysSoAndOpensATab() throws IOException {
        open(page, "/");
        rename(page, "For another site");
        button(page, "Share").click();
        var link =
                path(
                        page.getByRole(
                                AriaRole.TEXTBOX,
                                new GetByRoleOptions().setName("Link").setExact(true)));
        var reader = newPage(options());
        var course =
                coursePage(
                        "<iframe title=Lab width=900 height=600 src=\""
                                + address(link.replace("/#", "/?embed#"))
                                + "\"></iframe>");
        try {
            allow(course.getAddress().getPort());

            reader.navigate("http://127.0.0.1:" + course.getAddress().getPort());

            var frame = reader.frameLocator("iframe");
            assertThat(frame.getByText("Pages of other sites cannot hold this playground yet"))
                    .isVisible();
            assertThat(frame.getByRole(AriaRole.BUTTON, named("Play"))).hasCount(0);
            screenshot(reader, "refused-1366x768");
            var tab = reader.waitForPopup(() -> frame.getByRole(AriaRole.LINK).click());
            assertThat(tab.getByText("Shared experiment: “For another site”")).isVisible();
            tab.navigate("/embed/refused?embed");
            assertThat(violations(tab)).isEmpty();
            tab.close();
        } finally {
            course.stop(0);
        }
    }

    private static HttpServer coursePage(String code) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        var html =
                ("<!doctype html><html lang=en><title>Course</title><link rel=icon href=data:,>"
                                + "<main><h1>Course</h1>"
                                + code)
                        .getBytes(UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, html.length);
                    exchange.getResponseBody().write(html);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static FrameLocator.GetByRoleOptions named(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
    }
}

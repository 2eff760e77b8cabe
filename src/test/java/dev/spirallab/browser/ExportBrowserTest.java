package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Somebody takes an experiment home as code, its model as a file, and begins from that again. */
class ExportBrowserTest extends BrowserTest {

    @Test
    void codeAndModelAreTakenHomeAndWeightsBroughtBack() throws IOException {
        page.navigate("/");
        export();
        assertThat(dialog().locator(".lab-code")).containsText("class Model(nn.Module):");
        screenshot(page, "export-code");
        Download script = page.waitForDownload(() -> inDialog("Save as a file").click());
        assertThat(script.suggestedFilename()).endsWith(".py");
        tab("Trained model").click();
        assertThat(dialog()).containsText("Nothing has been learnt yet");
        page.keyboard().press("Escape");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("One step").setExact(true))
                .click();
        assertThat(step()).hasText("1");
        export();
        tab("Trained model").click();
        Locator link =
                dialog().getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions()
                                        .setName("Safetensors (.safetensors)"));
        assertThat(link).isVisible();
        screenshot(page, "export-model");
        assertThat(violations(page)).isEmpty();
        Path weights = page.waitForDownload(link::click).path();
        assertThat(Files.size(weights)).isPositive();

        bring("other.safetensors", "no tensors".getBytes(StandardCharsets.UTF_8));
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("no safetensors file");
        bring("model.safetensors", Files.readAllBytes(weights));

        assertThat(dialog()).hasCount(0);
        assertThat(page.getByText("Training begins from the weights of the file.")).isVisible();
    }

    private void export() {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("File").setExact(true))
                .click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Export…")).click();
        assertThat(tab("Code")).isVisible();
    }

    private void bring(String name, byte[] bytes) {
        dialog().locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }

    private Locator step() {
        return page.locator("run-counters .step dd");
    }

    private Locator dialog() {
        return page.locator("vaadin-dialog.lab-export");
    }

    private Locator inDialog(String name) {
        return dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private Locator tab(String name) {
        return dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name));
    }
}

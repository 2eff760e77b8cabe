package dev.spirallab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import dev.spirallab.Scripts;
import dev.spirallab.experiment.Links;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.json.Templates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How links look where people tell of them. */
class PreviewBrowserTest extends BrowserTest {
    private final OwnerId owner = OwnerId.random();
    @Autowired private Links links;

    @Test
    void aLinkHasAPictureUntilItIsRevoked() throws IOException {
        var made = share("Two arms");
        String path = "/x/" + made.token().value();

        APIResponse answer = page.request().get(address(path + "/preview.png"));

        assertThat(answer.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("cache-control", "max-age=600, public");
        var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(index(path).select("meta[property=og:image]").attr("content"))
                .isEqualTo(address(path + "/preview.png"));

        links.revoke(owner, made.link().id());

        assertThat(page.request().get(address(path + "/preview.png")).status()).isEqualTo(404);
        assertThat(title(index(path))).isEqualTo("Spiral Lab");
        assertThat(index(path).select("meta[property=og:image]")).isEmpty();
    }

    @Test
    void aTitleIsTextInTheTagsOfThePage() {
        String script = Scripts.all().getFirst();

        Document index = index("/x/" + share(script).token().value());

        assertThat(title(index)).isEqualTo(script);
        assertThat(index.select("meta[name=twitter:card]").attr("content"))
                .isEqualTo("summary_large_image");
        assertThat(index.select("script")).noneMatch(found -> found.data().contains("pwned"));
    }

    @Test
    void otherPagesSayOnlyWhatSpiralLabIs() {
        Document index = index("/");

        assertThat(title(index)).isEqualTo("Spiral Lab");
        assertThat(index.select("meta[name=description]").attr("content"))
                .contains("neural networks");
    }

    private Links.Sharing.Made share(String title) {
        return (Links.Sharing.Made)
                links.share(
                        owner,
                        Optional.empty(),
                        Templates.get("spiral-relu").withTitle(title),
                        Optional.empty());
    }

    private Document index(String path) {
        return Jsoup.parse(page.request().get(address(path)).text());
    }

    private static String title(Document index) {
        return index.select("meta[property=og:title]").attr("content");
    }
}

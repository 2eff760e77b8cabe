package dev.spirallab.ui.preview;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.spirallab.account.Addresses;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Guess;
import dev.spirallab.account.Rates;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Shared;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.ui.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells those who show links to others, such as messengers, what a page is: with Open Graph's tags.
 * Only of what a good link leads to it tells more than of any page.
 */
@Component
class PreviewTags implements VaadinServiceInitListener {
    private static final Pattern LINK = Pattern.compile("/x/([A-Za-z0-9_-]+)/?");

    private final Messages messages;
    private final Links links;
    private final Rates rates;

    PreviewTags(Messages messages, Links links, Rates rates) {
        this.messages = messages;
        this.links = links;
        this.rates = rates;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::describe);
    }

    private void describe(IndexHtmlResponse page) {
        Texts texts = new Texts(messages, Languages.of(page.getVaadinRequest()));
        HttpServletRequest request = (HttpServletRequest) page.getVaadinRequest();
        Tags tags = new Tags(page.getDocument().head());
        tags.property("og:type", "website");
        tags.property("og:site_name", texts.of("workbench.name"));
        Optional<LinkToken> token = token(page.getVaadinRequest().getPathInfo());
        token.flatMap(link -> open(request, link))
                .ifPresentOrElse(
                        shared -> describe(tags, texts, request, token.orElseThrow(), shared),
                        () -> describe(tags, texts));
    }

    private static void describe(Tags tags, Texts texts) {
        tags.title(texts.of("workbench.name"));
        tags.description(texts.of("preview.page"));
        tags.name("twitter:card", "summary");
    }

    private static void describe(
            Tags tags, Texts texts, HttpServletRequest request, LinkToken token, Shared shared) {
        tags.title(title(texts, shared.experiment()));
        tags.description(
                texts.of(
                        shared.run().isPresent() ? "preview.run" : "preview.experiment",
                        "dataset",
                        dataset(texts, shared.experiment())));
        tags.property("og:image", address(request, PreviewController.PATH, token));
        tags.property("og:image:type", "image/png");
        tags.property("og:image:width", Integer.toString(PreviewPicture.WIDTH));
        tags.property("og:image:height", Integer.toString(PreviewPicture.HEIGHT));
        tags.property("og:image:alt", texts.of("preview.picture"));
        tags.property("og:url", address(request, "/x/{token}", token));
        tags.name("twitter:card", "summary_large_image");
    }

    private static String title(Texts texts, Experiment experiment) {
        return experiment.title().isBlank()
                ? texts.of("workbench.title.empty")
                : experiment.title();
    }

    private static String dataset(Texts texts, Experiment experiment) {
        return texts.of(
                "dataset." + ExperimentJson.tree(experiment.dataset()).path("kind").asString());
    }

    private static String address(HttpServletRequest request, String path, LinkToken token) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(path)
                .build(token.value())
                .toString();
    }

    private static Optional<LinkToken> token(@Nullable String path) {
        Matcher matcher = LINK.matcher(path == null ? "" : path);
        return matcher.matches() ? Optional.of(new LinkToken(matcher.group(1))) : Optional.empty();
    }

    private Optional<Shared> open(HttpServletRequest request, LinkToken token) {
        return switch (rates.guess(Deed.OPEN, Addresses.of(request), () -> links.open(token))) {
            case Guess.Right<Shared>(Shared shared) -> Optional.of(shared);
            case Guess.Wrong<Shared> _, Guess.TooMany<Shared> _ -> Optional.empty();
        };
    }
}

package dev.spirallab.ui.preview;

import dev.spirallab.account.Addresses;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Guess;
import dev.spirallab.account.Rates;
import dev.spirallab.account.Refusal;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Shared;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the picture of a link to whoever knows the link. */
@RestController
class PreviewController {
    static final String PATH = "/x/{token}/preview.png";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Links links;
    private final Rates rates;
    private final Previews previews;

    PreviewController(Links links, Rates rates, Previews previews) {
        this.links = links;
        this.rates = rates;
        this.previews = previews;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> picture(HttpServletRequest request, @PathVariable String token) {
        LinkToken link = new LinkToken(token);
        String address = Addresses.of(request);
        return switch (rates.guess(Deed.OPEN, address, () -> links.open(link))) {
            case Guess.Right<Shared>(Shared shared) -> picture(previews.of(link, shared));
            case Guess.Wrong<Shared>() -> ResponseEntity.notFound().build();
            case Guess.TooMany<Shared>(Refusal refusal) -> refused(refusal);
        };
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }

    private static ResponseEntity<byte[]> refused(Refusal refusal) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.after().toSeconds()))
                .build();
    }
}

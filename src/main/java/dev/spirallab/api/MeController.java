package dev.spirallab.api;

import dev.spirallab.account.Mine;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Links;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All that belongs to whoever asks. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me")
class MeController {
    private static final String ZIP = "application/zip";
    private final Mine mine;
    private final Experiments experiments;
    private final Runs runs;
    private final Links links;

    MeController(Mine mine, Experiments experiments, Runs runs, Links links) {
        this.mine = mine;
        this.experiments = experiments;
        this.runs = runs;
        this.links = links;
    }

    /** How much there is. */
    record Belongings(int experiments, int runs, int sweeps, int links) {}

    @GetMapping
    @Operation(summary = "Count what is kept for whoever the token belongs to")
    Belongings read(OwnerId owner) {
        return new Belongings(
                experiments.list(owner).size(),
                runs.list(owner).size(),
                runs.sweeps().list(owner).size(),
                links.list(owner).size());
    }

    @GetMapping(path = "/export", produces = ZIP)
    @Operation(
            summary = "Take everything away",
            description =
                    "Experiments, versions, runs with their figures, weights and boundaries, what links"
                            + " lead to, as a zip archive. One that breaks off has no end.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = ZIP)))
    void export(OwnerId owner, Locale locale, HttpServletResponse response) throws IOException {
        String file = ContentDisposition.attachment().filename("spirallab.zip").build().toString();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file);
        response.setContentType(ZIP);
        try {
            mine.export(owner, locale, response.getOutputStream());
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw failure;
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete everything",
            description = "Experiments, runs, links, tokens and the recovery code. For good.")
    void delete(OwnerId owner) {
        mine.delete(owner);
    }
}

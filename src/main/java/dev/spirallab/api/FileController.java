package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Rates;
import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.table.FormatHints;
import dev.spirallab.dataset.table.TableSketch;
import dev.spirallab.experiment.Uploads;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files to learn from. */
@RestController
@RequestMapping("/api/v1/files")
@Tag(name = "files")
class FileController {
    private final Uploads uploads;
    private final Contents contents;
    private final Rates rates;

    FileController(Uploads uploads, Contents contents, Rates rates) {
        this.uploads = uploads;
        this.contents = contents;
        this.rates = rates;
    }

    @PostMapping
    @Fails({HttpStatus.BAD_REQUEST, HttpStatus.CONFLICT, HttpStatus.CONTENT_TOO_LARGE})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Bring a file",
            description =
                    "The body is the file as it is, of whatever type. Equal files are kept once. It"
                            + " stays for a day, and as long as anything that is kept learns from it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @io.swagger.v3.oas.annotations.media.Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<FileAnswer> bring(Caller caller, HttpServletRequest request) throws IOException {
        rates.take(Deed.UPLOAD, caller)
                .ifPresent(refusal -> {
                    throw Faults.tooOften(refusal);
                });
        String sha256 = Outcomes.brought(uploads.add(caller.owner(), request.getInputStream()));
        return ResponseEntity.created(Locations.file(sha256)).body(new FileAnswer(sha256));
    }

    @GetMapping("/{sha256}/sketch")
    @Fails(HttpStatus.UNPROCESSABLE_CONTENT)
    @Operation(
            summary = "Look at a table before it is used",
            description =
                    "The first rows of a CSV file, what is in each column, and a data set for an"
                            + " experiment as it is most likely meant. How the file is written is"
                            + " guessed where it is not said.")
    SketchAnswer sketch(
            OwnerId owner,
            @PathVariable String sha256,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Optional<Delimiter> delimiter,
            @RequestParam Optional<Quote> quote,
            @RequestParam Optional<Encoding> encoding,
            @RequestParam Optional<Boolean> header) {
        byte[] bytes = Outcomes.found(contents.find(sha256));
        FormatHints hints = new FormatHints(delimiter, quote, encoding, header);
        return SketchAnswer.of(
                Outcomes.sketched(TableSketch.of(bytes, hints)), new Content(sha256, name));
    }
}

package dev.spirallab.api;

import dev.spirallab.spec.json.Catalog;
import dev.spirallab.spec.json.JsonSchema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What documents may consist of. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "documents")
class CatalogController {

    @GetMapping(path = "/catalog", produces = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "List layers, data sets, losses, optimisers and their settings",
            description =
                    "With types, ranges and defaults, as the page's palettes and forms use it.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(type = "object"))))
    String catalog() {
        return Catalog.json();
    }

    @GetMapping(path = "/schema", produces = "application/schema+json")
    @SecurityRequirements
    @Operation(
            summary = "Read the JSON Schema of the experiment document",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(schema = @Schema(type = "object"))))
    String schema() {
        return JsonSchema.json();
    }
}

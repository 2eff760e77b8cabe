package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Rates;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Links.Sharing;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links that one has made. */
@RestController
@RequestMapping("/api/v1/links")
@Tag(name = "links")
class LinkController {
    private final Links links;
    private final Wanted wanted;
    private final Rates rates;

    LinkController(Links links, Wanted wanted, Rates rates) {
        this.links = links;
        this.wanted = wanted;
        this.rates = rates;
    }

    @GetMapping
    @Operation(summary = "List one's own links, the newest first")
    List<SharedLink> list(OwnerId owner) {
        return links.list(owner);
    }

    @PostMapping
    @Fails({HttpStatus.NOT_FOUND, HttpStatus.CONFLICT})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a permanent link",
            description =
                    "What it shows stays as it is now. With a run go its curves, weights and"
                            + " boundary. The token is told here and never again.")
    LinkAnswer share(Caller caller, @RequestBody LinkBody body) {
        Outcomes.allowed(rates.take(Deed.SHARE, caller));
        Wanted.Found found = wanted.find(caller.owner(), body.experiment(), body.experimentId());
        Sharing.Made made =
                Outcomes.made(
                        links.share(
                                caller.owner(),
                                found.id(),
                                found.experiment(),
                                body.run().map(RunId::new)));
        String token = made.token().value();
        return new LinkAnswer(made.link(), token, Locations.shared(token).toString());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a link", description = "From now on it leads nowhere.")
    void revoke(OwnerId owner, @PathVariable UUID id) {
        Outcomes.there(links.revoke(owner, id));
    }
}

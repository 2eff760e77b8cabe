package dev.spirallab.ui.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.dataset.Library;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Shared;
import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.Frame;
import dev.spirallab.run.Glimpse;
import dev.spirallab.run.Runs;
import dev.spirallab.run.View;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pictures of what links lead to. The latest stay in memory, as long as somebody asks for them. */
@Component
class Previews {
    private static final int BYTES = 16 << 20;
    private static final int POINTS = 400;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Runs runs;
    private final Validator validator;
    private final Library library;
    private final Cache<LinkToken, byte[]> drawn =
            Caffeine.newBuilder()
                    .maximumWeight(BYTES)
                    .<LinkToken, byte[]>weigher((_, picture) -> picture.length)
                    .expireAfterWrite(KEPT)
                    .build();

    Previews(Runs runs, Validator validator, Library library) {
        this.runs = runs;
        this.validator = validator;
        this.library = library;
    }

    /**
     * @param token of the link, which was found to be good just now
     * @return a PNG
     */
    byte[] of(LinkToken token, Shared shared) {
        return drawn.get(token, _ -> draw(shared));
    }

    private byte[] draw(Shared shared) {
        Optional<Frame.Boundary> boundary =
                shared.run()
                        .filter(_ -> shared.experiment().dataset() instanceof FeaturedDataset)
                        .flatMap(runs::find)
                        .flatMap(run -> Glimpse.boundary(run, View.STANDARD, PATIENCE));
        return BoundaryPicture.png(
                new PreviewPicture(boundary, points(shared.experiment())).draw());
    }

    private Optional<PlanePoints> points(Experiment experiment) {
        return switch (validator.validate(experiment)) {
            case ValidationResult.Valid valid ->
                    library.examples(valid.experiment().dataset())
                            .made()
                            .flatMap(examples -> PlanePoints.of(examples, POINTS));
            case ValidationResult.Invalid _ -> Optional.empty();
        };
    }
}

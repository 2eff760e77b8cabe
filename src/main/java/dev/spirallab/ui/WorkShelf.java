package dev.spirallab.ui;

import dev.spirallab.dataset.Examples;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.keep.Shelf;
import java.util.Base64;
import java.util.Optional;

/** One's experiments, one of them on this page's bench. */
record WorkShelf(Visit visit, Services services, Workbench bench, Work work) implements Shelf {
    private static final int PICTURE_POINTS = 130;
    private static final int PICTURE_SIDE = 88;

    @Override
    public Experiments experiments() {
        return services.experiments();
    }

    @Override
    public OwnerId owner() {
        return visit.owner();
    }

    @Override
    public Optional<ExperimentId> present() {
        return work.summary().map(Summary::id);
    }

    @Override
    public void open(Kept kept) {
        work.finish();
        work.open(kept, Optional.empty());
    }

    @Override
    public void rename(String title) {
        bench.rename(title);
    }

    @Override
    public void restore(Experiment earlier) {
        work.change(earlier);
    }

    @Override
    public void clear() {
        work.begin(Documents.template(visit.texts(), Templates.FIRST));
    }

    @Override
    public void deleted(ExperimentId id) {
        work.deleted(id);
    }

    @Override
    public Optional<String> learnt(ExperimentId id) {
        return services.runs()
                .learnt(id.value())
                .map(boundary -> BoundaryPicture.of(boundary, PICTURE_SIDE, PICTURE_SIDE))
                .map(BoundaryPicture::png)
                .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    @Override
    public Optional<PlanePoints> picture(Experiment experiment) {
        return new Workbench(services.validator(), experiment)
                .soundData()
                .map(services.library()::examples)
                .flatMap(Examples::made)
                .flatMap(examples -> PlanePoints.of(examples, PICTURE_POINTS));
    }
}

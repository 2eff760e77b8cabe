package dev.spirallab.account;

import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.experiment.Summary;
import dev.spirallab.experiment.Version;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes one owner's archive; used once. */
final class Export {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String FIGURES =
            "step,epoch,learningRate,trainLoss,testLoss,trainAccuracy,testAccuracy\n";

    private final Experiments experiments;
    private final Links links;
    private final RunShelf runs;
    private final Archive archive;
    private final List<ExperimentEntry> kept = new ArrayList<>();
    private final List<RunEntry> trained = new ArrayList<>();

    Export(Experiments experiments, Links links, RunShelf runs, Archive archive) {
        this.experiments = experiments;
        this.links = links;
        this.runs = runs;
        this.archive = archive;
    }

    /** What {@code index.json} says: times in ISO 8601, places as paths in the archive. */
    record Contents(
            Instant exported,
            List<ExperimentEntry> experiments,
            List<RunEntry> runs,
            List<SharedLink> links) {}

    record ExperimentEntry(
            String file,
            String title,
            Instant created,
            Instant changed,
            List<Origin> lineage,
            List<VersionEntry> versions) {}

    record VersionEntry(String file, int number, String name, Instant at) {}

    record RunEntry(String file, String figures, String title, long steps, Instant kept) {}

    void write(OwnerId owner, Messages messages, Locale locale) throws IOException {
        for (Summary summary : experiments.list(owner)) {
            add(owner, summary);
        }
        for (RunSummary summary : runs.list(owner)) {
            add(summary);
        }
        Contents contents = new Contents(Instant.now(), kept, trained, links.list(owner));
        archive.add("index.json", contents.exported(), MAPPER.writeValueAsString(contents));
        String page = new ExportPage(messages, locale).of(contents);
        archive.add("index.html", contents.exported(), page);
    }

    private void add(OwnerId owner, Summary summary) throws IOException {
        Optional<Kept> found = experiments.find(owner, summary.id());
        if (found.isPresent()) {
            String folder = folder("experiments", kept.size(), summary.title());
            String file = document(folder, summary.changed(), found.get().experiment());
            kept.add(
                    new ExperimentEntry(
                            file,
                            summary.title(),
                            summary.created(),
                            summary.changed(),
                            summary.lineage(),
                            versions(owner, summary, folder)));
        }
    }

    private List<VersionEntry> versions(OwnerId owner, Summary summary, String folder)
            throws IOException {
        List<VersionEntry> entries = new ArrayList<>();
        for (Version version : experiments.versions(owner, summary.id())) {
            Optional<Experiment> then = experiments.version(owner, summary.id(), version.number());
            if (then.isPresent()) {
                String file = folder + "/version-" + version.number() + ".json";
                archive.add(file, version.at(), ExperimentJson.write(then.get()));
                entries.add(new VersionEntry(file, version.number(), version.name(), version.at()));
            }
        }
        return entries;
    }

    private void add(RunSummary summary) throws IOException {
        Optional<KeptRun> found = runs.find(summary.id());
        if (found.isPresent()) {
            String folder = folder("runs", trained.size(), summary.title());
            String file = document(folder, summary.kept(), found.get().experiment());
            String figures = folder + "/figures.csv";
            archive.add(figures, summary.kept(), figures(found.get().points()));
            trained.add(entry(file, figures, summary));
        }
    }

    private static RunEntry entry(String file, String figures, RunSummary summary) {
        return new RunEntry(
                file, figures, summary.title(), summary.status().at().step(), summary.kept());
    }

    private String document(String folder, Instant changed, Experiment experiment)
            throws IOException {
        String file = folder + "/experiment.json";
        archive.add(file, changed, ExperimentJson.write(experiment));
        return file;
    }

    private static String folder(String kind, int number, String title) {
        return "%s/%03d-%s".formatted(kind, number + 1, Archive.name(title)).replaceAll("-$", "");
    }

    private static String figures(List<MetricPoint> points) {
        return points.stream().map(Export::row).collect(Collectors.joining("", FIGURES, ""));
    }

    private static String row(MetricPoint point) {
        return DoubleStream.of(
                        point.epoch(),
                        point.learningRate(),
                        point.trainLoss(),
                        point.testLoss(),
                        point.trainAccuracy(),
                        point.testAccuracy())
                .mapToObj(figure -> Double.isNaN(figure) ? "" : Float.toString((float) figure))
                .collect(Collectors.joining(",", point.step() + ",", "\n"));
    }
}

package dev.spirallab.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spirallab.dataset.Contents;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Shared;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.experiment.Summary;
import dev.spirallab.experiment.UnreadableDocument;
import dev.spirallab.experiment.Version;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.CurveTable;
import dev.spirallab.frame.Frame;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Album;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.RunSummary;
import dev.spirallab.run.Savepoint;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.SweepFigures;
import dev.spirallab.run.SweepResults;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes one owner's archive; used once. */
final class Export {
    private static final Logger LOG = LoggerFactory.getLogger(Export.class);
    private static final int PIXELS_PER_CELL = 4;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Experiments experiments;
    private final Links links;
    private final RunShelf runs;
    private final SweepShelf sweeps;
    private final Contents contents;
    private final Validator validator;
    private final Archive archive;
    private final List<ExperimentEntry> kept = new ArrayList<>();
    private final List<RunEntry> trained = new ArrayList<>();
    private final List<SweepEntry> varied = new ArrayList<>();
    private final List<LinkEntry> shared = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Content> learntFrom = new LinkedHashMap<>();

    Export(
            Experiments experiments,
            Links links,
            RunShelf runs,
            SweepShelf sweeps,
            Contents contents,
            Validator validator,
            Archive archive) {
        this.experiments = experiments;
        this.links = links;
        this.runs = runs;
        this.sweeps = sweeps;
        this.contents = contents;
        this.validator = validator;
        this.archive = archive;
    }

    /**
     * What {@code index.json} says: times in ISO 8601, places as paths in the archive.
     *
     * @param unreadable places whose documents are stored, but damaged
     */
    record Index(
            Instant exported,
            List<ExperimentEntry> experiments,
            List<RunEntry> runs,
            List<SweepEntry> sweeps,
            List<LinkEntry> links,
            List<FileEntry> files,
            List<String> unreadable) {}

    record ExperimentEntry(
            String file,
            String title,
            Instant created,
            Instant changed,
            List<Origin> lineage,
            List<VersionEntry> versions) {}

    record VersionEntry(String file, int number, String name, Instant at) {}

    /**
     * @param savepoint weights and the optimiser's state, as bytes for this program
     * @param boundary the last that was drawn, a picture
     * @param start the weights that it was given to begin with, as safetensors
     * @param moments that may be looked back at, as bytes for this program
     * @param mark what its owner noted of it; copies that go with links have none
     */
    record RunEntry(
            String file,
            String figures,
            Optional<String> savepoint,
            Optional<String> boundary,
            Optional<String> start,
            Optional<String> moments,
            String title,
            long steps,
            Instant kept,
            Mark mark) {}

    /**
     * @param figures a line for each point of each variant
     * @param results figures, boundaries and weights, as bytes for this program
     * @param boundaries the last that were drawn, pictures
     * @param vary the settings that are varied, with their values
     */
    record SweepEntry(
            String file,
            Optional<String> figures,
            String results,
            List<String> boundaries,
            String title,
            List<String> vary,
            int variants,
            Instant kept) {}

    record LinkEntry(String file, Optional<RunEntry> run, SharedLink link) {}

    /**
     * A file that experiments learn from.
     *
     * @param sha256 by which they name it
     */
    record FileEntry(String file, String name, String sha256, int bytes) {}

    void write(OwnerId owner, Messages messages, Locale locale) throws IOException {
        for (Summary summary : experiments.list(owner)) {
            String folder = folder("experiments", summary.title());
            readable(folder, () -> add(owner, folder, summary));
        }
        for (RunSummary summary : runs.list(owner)) {
            String folder = folder("runs", summary.title());
            readable(
                    folder,
                    () ->
                            run(folder, summary.id(), summary.kept(), summary.mark())
                                    .ifPresent(trained::add));
        }
        for (Sweeps.Summary summary : sweeps.list(owner)) {
            String folder = folder("sweeps", summary.title());
            readable(folder, () -> sweep(owner, folder, summary));
        }
        for (SharedLink link : links.list(owner)) {
            String folder = folder("links", link.title());
            readable(folder, () -> add(owner, folder, link));
        }
        Instant now = Instant.now();
        Index all = new Index(now, kept, trained, varied, shared, files(now), unreadable);
        archive.add("index.json", now, MAPPER.writeValueAsString(all));
        archive.add("index.html", now, new ExportPage(messages, locale).of(all));
    }

    private interface Part {
        void add() throws IOException;
    }

    /** What cannot be read takes nothing else along. */
    private void readable(String place, Part part) throws IOException {
        try {
            part.add();
        } catch (UnreadableDocument damaged) {
            LOG.warn("A document cannot be read", damaged);
            unreadable.add(place);
        }
    }

    private void add(OwnerId owner, String folder, Summary summary) throws IOException {
        List<VersionEntry> versions = versions(owner, summary, folder);
        Optional<Kept> found = experiments.find(owner, summary.id());
        if (found.isPresent()) {
            String file = document(folder, summary.changed(), found.get().experiment());
            kept.add(
                    new ExperimentEntry(
                            file,
                            summary.title(),
                            summary.created(),
                            summary.changed(),
                            summary.lineage(),
                            versions));
        }
    }

    private void add(OwnerId owner, String folder, SharedLink link) throws IOException {
        Optional<Shared> found = links.find(owner, link.id());
        if (found.isPresent()) {
            String file = document(folder, link.created(), found.get().experiment());
            Optional<RunId> copy = found.get().run();
            shared.add(
                    new LinkEntry(
                            file,
                            copy.isPresent()
                                    ? run(folder + "/run", copy.get(), link.created(), Mark.NONE)
                                    : Optional.empty(),
                            link));
        }
    }

    private List<VersionEntry> versions(OwnerId owner, Summary summary, String folder)
            throws IOException {
        List<VersionEntry> entries = new ArrayList<>();
        for (Version version : experiments.versions(owner, summary.id())) {
            String file = folder + "/version-" + version.number() + ".json";
            readable(file, () -> add(owner, summary, version, file, entries));
        }
        return entries;
    }

    private void add(
            OwnerId owner,
            Summary summary,
            Version version,
            String file,
            List<VersionEntry> entries)
            throws IOException {
        Optional<Experiment> then = experiments.version(owner, summary.id(), version.number());
        if (then.isPresent()) {
            add(file, version.at(), then.get());
            entries.add(new VersionEntry(file, version.number(), version.name(), version.at()));
        }
    }

    private Optional<RunEntry> run(String folder, RunId id, Instant when, Mark mark)
            throws IOException {
        Optional<KeptRun> found = runs.find(id);
        return found.isPresent()
                ? Optional.of(run(folder, found.get(), when, mark))
                : Optional.empty();
    }

    private RunEntry run(String folder, KeptRun run, Instant when, Mark mark) throws IOException {
        String file = document(folder, when, run.experiment());
        String figures = folder + "/figures.csv";
        archive.add(figures, when, CurveTable.of(run.points()));
        Optional<byte[]> savepoint = run.savepoint().map(Savepoint::bytes);
        Optional<byte[]> boundary = run.boundary().map(Export::picture);
        return new RunEntry(
                file,
                figures,
                bytes(folder + "/savepoint.bin", when, savepoint),
                bytes(folder + "/boundary.png", when, boundary),
                bytes(folder + "/start.safetensors", when, start(run)),
                bytes(folder + "/moments.bin", when, run.album().map(Album::bytes)),
                run.experiment().title(),
                run.status().at().step(),
                when,
                mark);
    }

    private Optional<byte[]> start(KeptRun run) {
        return run.weights().isEmpty()
                ? Optional.empty()
                : Optional.of(WeightsFile.write(order(run.experiment()), run.weights()));
    }

    /** In which its nodes are named; one that is no longer let in still has its weights. */
    private List<Node> order(Experiment experiment) {
        return switch (validator.validate(experiment)) {
            case Valid valid -> valid.order();
            case Invalid _ -> experiment.graph().nodes();
        };
    }

    private void sweep(OwnerId owner, String folder, Sweeps.Summary summary) throws IOException {
        Optional<SweepShelf.Kept> found = sweeps.find(owner, summary.id());
        if (found.isPresent()) {
            varied.add(sweep(folder, found.get(), summary.at()));
        }
    }

    private SweepEntry sweep(String folder, SweepShelf.Kept sweep, Instant when)
            throws IOException {
        SweepSpec spec = sweep.spec();
        String file = document(folder, when, spec.base());
        String results = folder + "/results.bin";
        archive.add(results, when, sweep.results().bytes());
        List<Sweep.Variant> variants =
                sweep.results().read().map(SweepResults.Read::variants).orElse(List.of());
        return new SweepEntry(
                file,
                figures(folder, when, spec, variants),
                results,
                boundaries(folder, when, variants),
                spec.base().title(),
                spec.axes().stream().map(SweepSetting::text).toList(),
                sweep.variants(),
                when);
    }

    private Optional<String> figures(
            String folder, Instant when, SweepSpec spec, List<Sweep.Variant> variants)
            throws IOException {
        String table = SweepFigures.of(spec, variants);
        return bytes(
                folder + "/figures.csv",
                when,
                variants.isEmpty() ? Optional.empty() : Optional.of(table.getBytes(UTF_8)));
    }

    private List<String> boundaries(String folder, Instant when, List<Sweep.Variant> variants)
            throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            String file = "%s/boundary-%02d.png".formatted(folder, i + 1);
            bytes(file, when, variants.get(i).boundary().map(Export::picture))
                    .ifPresent(files::add);
        }
        return files;
    }

    private Optional<String> bytes(String file, Instant changed, Optional<byte[]> content)
            throws IOException {
        if (content.isPresent()) {
            archive.add(file, changed, content.get());
        }
        return content.map(_ -> file);
    }

    private static byte[] picture(Frame.Boundary boundary) {
        return BoundaryPicture.png(
                BoundaryPicture.of(
                        boundary,
                        PIXELS_PER_CELL * boundary.width(),
                        PIXELS_PER_CELL * boundary.height()));
    }

    private void add(String file, Instant changed, Experiment experiment) throws IOException {
        archive.add(file, changed, ExperimentJson.write(experiment));
        experiment
                .dataset()
                .contents()
                .forEach(content -> learntFrom.putIfAbsent(content.sha256(), content));
    }

    /** The files that the documents name, each once; one that is not here is left out. */
    private List<FileEntry> files(Instant now) throws IOException {
        List<FileEntry> entries = new ArrayList<>();
        for (Content content : learntFrom.values()) {
            Optional<byte[]> bytes = contents.find(content.sha256());
            if (bytes.isPresent()) {
                String file = "data/%03d-%s".formatted(entries.size() + 1, fileName(content));
                archive.add(file, now, bytes.get());
                entries.add(
                        new FileEntry(file, content.name(), content.sha256(), bytes.get().length));
            }
        }
        return entries;
    }

    private static String fileName(Content content) {
        String name = content.name().isBlank() ? content.sha256() : content.name();
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? Archive.name(name.substring(0, dot)) + "." + Archive.name(name.substring(dot))
                : Archive.name(name);
    }

    private String document(String folder, Instant changed, Experiment experiment)
            throws IOException {
        String file = folder + "/experiment.json";
        add(file, changed, experiment);
        return file;
    }

    private String folder(String kind, String title) {
        int number = numbers.merge(kind, 1, Integer::sum);
        return "%s/%03d-%s".formatted(kind, number, Archive.name(title)).replaceAll("-$", "");
    }
}

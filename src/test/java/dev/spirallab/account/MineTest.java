package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.Scripts;
import dev.spirallab.dataset.Contents;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Uploads;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.Erasure;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Album;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Savepoint;
import dev.spirallab.run.SomeSweeps;
import dev.spirallab.run.Start;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class MineTest extends AccountTest {
    private static final Experiment SPIRAL = Templates.get("spiral-relu");
    private final OwnerId owner = OwnerId.random();
    @Autowired private Mine mine;
    @Autowired private Experiments experiments;
    @Autowired private Links links;
    @Autowired private RunShelf runs;
    @Autowired private SweepShelf sweeps;
    @Autowired private Contents contents;
    @Autowired private Uploads uploads;
    @Autowired private Validator validator;
    @Autowired private Tokens tokens;
    @Autowired private RecoveryCodes codes;
    @Autowired private Stored stored;
    @Autowired private Erasure erasure;
    @Autowired private Messages messages;
    @Autowired private JdbcClient jdbc;
    @TempDir private Path folder;

    @Test
    void theArchiveHoldsTheFilesThatExperimentsLearnFromOnce() throws IOException {
        byte[] table = "a,b\n1,yes\n2,no\n".getBytes(StandardCharsets.UTF_8);
        var done = (Uploads.Uploading.Done) uploads.add(owner, table);
        Experiment learning = SPIRAL.withDataset(table(done.hash()));
        keep(learning.withTitle("one"));
        keep(learning.withTitle("two"));

        Map<String, String> files = exported();

        assertThat(files).containsEntry("data/001-a-b.csv", "a,b\n1,yes\n2,no\n");
        assertThat(files.keySet()).filteredOn(file -> file.startsWith("data/")).hasSize(1);
        assertThat(files.get("index.html")).contains("a/b.csv", done.hash());
    }

    private static DatasetSpec table(String hash) {
        String json =
                """
                {"kind": "table", "content": {"sha256": "%s", "name": "a/b.csv"}, "rows": 2,
                 "columns": [{"kind": "number", "name": "a"},
                             {"kind": "category", "name": "b", "categories": ["yes", "no"]}],
                 "label": "b"}
                """
                        .formatted(hash);
        return switch (ExperimentJson.readPart(DatasetSpec.class, json)) {
            case Part.Read(DatasetSpec table) -> table;
            case Part.Unreadable(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void theArchiveHoldsEveryExperimentAndVersionAsADocument() throws IOException {
        ExperimentId id = keep(SPIRAL.withTitle("Spiral: one/two"));
        experiments.keepVersion(owner, id, "first");

        Map<String, String> files = exported();

        assertThat(files)
                .containsKeys(
                        "experiments/001-Spiral-one-two/experiment.json",
                        "experiments/001-Spiral-one-two/version-1.json",
                        "index.html",
                        "index.json");
        assertThat(ExperimentJson.read(files.get("experiments/001-Spiral-one-two/experiment.json")))
                .isEqualTo(new Reading.Read(SPIRAL.withTitle("Spiral: one/two")));
    }

    @Test
    void theArchiveHoldsTheRunsWithTheirFigures() throws IOException {
        runs.keep(run());

        Map<String, String> files = exported();

        assertThat(files.get("runs/001-%s/figures.csv".formatted(Archive.name(SPIRAL.title()))))
                .isEqualTo(
                        """
                        step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,learningRate\r
                        0,0.0,1.5,1.25,0.5,,0.001\r
                        75,1.0,0.5,0.25,0.75,,0.001\r
                        """);
    }

    @Test
    void theArchiveHoldsWhatWasNotedOfARunAsText() throws IOException {
        KeptRun run = run();
        runs.keep(run);
        String note = Scripts.all().getFirst();
        runs.mark(owner, run.id(), new Mark(true, note));

        Map<String, String> files = exported();
        Document page = Jsoup.parse(files.get("index.html"));

        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("td").eachText()).contains("★ " + note);
        assertThat(files.get("index.json")).contains("\"starred\":true", "\"note\":\"" + note);
    }

    @Test
    void theArchiveHoldsWeightsAndBoundariesAndWhatLinksLeadTo() throws IOException {
        runs.keep(learnt());
        links.share(owner, Optional.empty(), SPIRAL.withTitle("Only a link"), Optional.empty());

        Map<String, String> files = exported();

        String run = "runs/001-%s/".formatted(Archive.name(SPIRAL.title()));
        assertThat(files.get(run + "savepoint.bin")).isEqualTo("weights");
        assertThat(files.get(run + "moments.bin")).isEqualTo("moments");
        assertThat(files.get(run + "boundary.png")).contains("PNG");
        assertThat(ExperimentJson.read(files.get("links/001-Only-a-link/experiment.json")))
                .isEqualTo(new Reading.Read(SPIRAL.withTitle("Only a link")));
    }

    @Test
    void theArchiveHoldsTheWeightsThatARunWasGivenToBeginWith() throws IOException {
        List<NodeTensor> start =
                List.of(
                        new NodeTensor("hidden", "weight", List.of(100, 2), ramp(200)),
                        new NodeTensor("hidden", "bias", List.of(100), ramp(100)),
                        new NodeTensor("output", "weight", List.of(3, 100), ramp(300)),
                        new NodeTensor("output", "bias", List.of(3), ramp(3)));
        runs.keep(run(Optional.of(Start.of(start))));

        String file = "runs/001-%s/start.safetensors".formatted(Archive.name(SPIRAL.title()));
        byte[] weights = archived(Locale.ENGLISH).get(file);

        assertThat(WeightsFile.read((Valid) validator.validate(SPIRAL), weights))
                .usingRecursiveComparison()
                .isEqualTo(new WeightsFile.Reading.Read(start));
        assertThat(exported().get("index.html")).contains("start.safetensors");
    }

    private static float[] ramp(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i / 8f;
        }
        return values;
    }

    @Test
    void theArchiveHoldsTheSweepsWithTheFiguresOfEachVariant() throws IOException {
        sweeps.keep(owner, SomeSweeps.kept(SPIRAL.withTitle("Seeds")));

        Map<String, String> files = exported();

        assertThat(files.get("sweeps/001-Seeds/figures.csv"))
                .isEqualTo(
                        """
                        variant,seed,step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy\r
                        1,1,0,0.0,1.25,2.25,0.5,\r
                        1,1,40,1.0,,,0.5,\r
                        2,2,7,0.175,0.5,1.5,0.5,\r
                        """);
        assertThat(files)
                .containsKeys("sweeps/001-Seeds/experiment.json", "sweeps/001-Seeds/results.bin");
        assertThat(files.get("sweeps/001-Seeds/boundary-01.png")).contains("PNG");
        assertThat(files.get("index.html")).contains("seed=1,2,3", "sweeps/001-Seeds/figures.csv");
    }

    @Test
    void whatCannotBeReadIsNamedAndTakesNothingElseAlong() throws IOException {
        keep(SPIRAL.withTitle("sound"));
        ExperimentId damaged = keep(SPIRAL.withTitle("damaged"));
        jdbc.sql(
                        """
                        update document set content = '{"format": "none"}'
                        where hash = (select document from experiment where id = :id)
                        """)
                .param("id", damaged.value())
                .update();

        Map<String, String> files = exported();

        assertThat(files).containsKeys("index.html", "index.json");
        assertThat(files.keySet()).anyMatch(file -> file.endsWith("sound/experiment.json"));
        assertThat(files.get("index.html")).contains("Stored, but damaged", "damaged");
        mine.delete(owner);
    }

    @Test
    void anArchiveThatBreaksOffIsNoWholeOne() {
        keep(SPIRAL.withTitle("first"));
        keep(SPIRAL.withTitle("second"));
        AtomicInteger left = new AtomicInteger(1);
        Experiments failing =
                (Experiments)
                        Proxy.newProxyInstance(
                                Experiments.class.getClassLoader(),
                                new Class<?>[] {Experiments.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("find")
                                            && left.getAndDecrement() == 0) {
                                        throw new DataAccessResourceFailureException("away");
                                    }
                                    return method.invoke(experiments, arguments);
                                });
        Mine broken =
                new Mine(erasure, failing, links, runs, sweeps, contents, validator, messages);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> broken.export(owner, Locale.ENGLISH, out))
                .isInstanceOf(DataAccessResourceFailureException.class);

        Path file = folder.resolve("broken.zip");
        assertThatThrownBy(
                        () -> {
                            Files.write(file, out.toByteArray());
                            new ZipFile(file.toFile()).close();
                        })
                .isInstanceOf(ZipException.class);
    }

    @Test
    void thePageOfTheArchiveShowsWhatPeopleTypedAsText() throws IOException {
        for (String script : Scripts.all().subList(0, 30)) {
            keep(SPIRAL.withTitle(script));
        }
        links.share(
                owner,
                Optional.empty(),
                SPIRAL.withTitle(Scripts.all().getFirst()),
                Optional.empty());

        Map<String, String> files = exported();
        Document page = Jsoup.parse(files.get("index.html"));

        assertThat(page.select("script, iframe, object, embed, svg, img, base, form, [onload]"))
                .isEmpty();
        assertThat(page.select("bdi").eachText()).contains("<img src=x onerror=pwned=1>");
        assertThat(page.select("a").eachAttr("href"))
                .allMatch(address -> address.matches("(experiments|links)/.*"))
                .allSatisfy(address ->
                        assertThat(files)
                                .containsKey(
                                        java.net.URLDecoder.decode(
                                                address, StandardCharsets.UTF_8)));
        assertThat(files.keySet()).allMatch(name -> name.matches("[\\p{L}\\p{N}./-]+"));
    }

    @Test
    void thePageSpeaksTheReadersLanguage() throws IOException {
        keep(SPIRAL);

        assertThat(exported(Locale.SIMPLIFIED_CHINESE).get("index.html"))
                .contains("我在 Spiral Lab 的全部内容", "lang=\"zh-CN\"");
    }

    @Test
    void nothingOfOthersIsInTheArchive() throws IOException {
        experiments.create(OwnerId.random(), SPIRAL.withTitle("not mine"));

        assertThat(exported()).containsOnlyKeys("index.html", "index.json");
    }

    @Test
    void afterDeletingEverythingNothingOfTheOwnerIsStored() {
        ExperimentId id = keep(SPIRAL.withTitle("gone soon"));
        experiments.keepVersion(owner, id, "first");
        links.share(owner, Optional.of(id), SPIRAL.withTitle("gone soon"), Optional.empty());
        runs.keep(run());
        sweeps.keep(owner, SomeSweeps.kept(SPIRAL.withTitle("gone soon")));
        tokens.create(owner, "notebook");
        codes.create(owner);
        OwnerId other = OwnerId.random();
        experiments.create(other, SPIRAL.withTitle("stays"));

        mine.delete(owner);

        assertThat(stored.everything())
                .noneMatch(row -> row.contains(owner.toString()) || row.contains("gone soon"))
                .anyMatch(row -> row.contains(other.toString()));
    }

    private ExperimentId keep(Experiment experiment) {
        return ((Saving.Saved) experiments.create(owner, experiment)).summary().id();
    }

    private Map<String, String> exported() throws IOException {
        return exported(Locale.ENGLISH);
    }

    private Map<String, String> exported(Locale locale) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        archived(locale)
                .forEach((name, bytes) ->
                        files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return files;
    }

    private Map<String, byte[]> archived(Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mine.export(owner, locale, out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private KeptRun learnt() {
        KeptRun run = run();
        return new KeptRun(
                run.id(),
                run.options(),
                false,
                run.experiment(),
                run.status(),
                0,
                run.points(),
                Optional.of(new Savepoint("weights".getBytes(StandardCharsets.UTF_8))),
                Optional.of(
                        new Frame.Boundary(
                                new Moment(0, 1, 75),
                                TaskKind.CLASSES,
                                2,
                                1,
                                1,
                                new Extent(-1, 1, -2, 2),
                                0,
                                1,
                                new byte[] {0, 1})),
                Optional.empty(),
                Optional.of(new Album("moments".getBytes(StandardCharsets.UTF_8))));
    }

    private KeptRun run() {
        return run(Optional.empty());
    }

    private KeptRun run(Optional<Start> start) {
        List<MetricPoint> points =
                List.of(
                        new MetricPoint(0, 0, 1.5f, 1.25f, 0.5f, Float.NaN, 0.001f),
                        new MetricPoint(75, 1, 0.5f, 0.25f, 0.75f, Float.NaN, 0.001f));
        RunStatus status =
                new RunStatus(
                        RunState.PAUSED,
                        EndReason.NONE,
                        new Moment(0, 1, 75),
                        75,
                        400,
                        400,
                        0.001,
                        0,
                        Optional.of(points.getLast()),
                        Optional.empty(),
                        Set.of());
        return new KeptRun(
                new RunId("0123456789abcdefghijkl"),
                RunOptions.FOR_THE_EYE.withOwner(owner),
                false,
                SPIRAL,
                status,
                0,
                points,
                Optional.empty(),
                Optional.empty(),
                start,
                Optional.empty());
    }
}

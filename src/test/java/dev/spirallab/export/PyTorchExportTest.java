package dev.spirallab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spirallab.engine.FirstSteps;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Experiments as PyTorch code; where PyTorch is installed they are run. */
class PyTorchExportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Texts ENGLISH = new Texts(new Messages(), Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(new Messages(), Locale.SIMPLIFIED_CHINESE);

    @TempDir private static Path folder;

    private static final List<Named<Valid>> ALL = Documents.all().toList();

    static Stream<Named<Valid>> all() {
        return ALL.stream();
    }

    @Test
    void everyKindOccursAmongTheDocuments() {
        Set<String> found = new TreeSet<>();
        all().map(Named::getPayload)
                .map(Valid::experiment)
                .forEach(experiment -> {
                    experiment.graph().nodes().forEach(node -> found.add(kind(node.layer())));
                    found.add(kind(experiment.training().loss()));
                    found.add(kind(experiment.training().optimizer()));
                    found.add(kind(experiment.training().schedule()));
                    found.add(kind(experiment.dataset()));
                });
        assertThat(found).containsAll(Documents.kindsOf(LayerSpec.class));
        assertThat(found).containsAll(Documents.kindsOf(LossSpec.class));
        assertThat(found).containsAll(Documents.kindsOf(OptimizerSpec.class));
        assertThat(found).containsAll(Documents.kindsOf(ScheduleSpec.class));
        assertThat(found).containsAll(Documents.kindsOf(DatasetSpec.class));
    }

    private static String kind(Object record) {
        return record.getClass().getSimpleName();
    }

    /** What a person would write. */
    @Test
    void theSpiralsScriptIsThis() throws IOException {
        Valid spiral = Documents.templates().findFirst().orElseThrow().getPayload();
        String script = CodeExport.of(spiral, CodeForm.pytorch, ENGLISH);
        Path golden = Path.of("src/test/resources/export/spiral.py");
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, script);
        }
        assertThat(script).isEqualTo(Files.readString(golden));
    }

    @Test
    void scriptsAreSoundPythonInWhichEveryNameIsDefined() throws IOException {
        assumeTrue(Python.plain().isPresent(), "no python3 here: the scripts are not checked");
        List<String> files = new ArrayList<>();
        Path place = Files.createDirectories(folder.resolve("syntax"));
        for (Named<Valid> document : all().toList()) {
            Path file = place.resolve("script" + files.size() + ".py");
            Files.writeString(
                    file, CodeExport.of(document.getPayload(), CodeForm.pytorch, CHINESE));
            files.add(file.toString());
        }
        String faults = Python.run(Python.plain().get(), "names.py", place, files);
        assertThat(faults).isEmpty();
    }

    /** The losses of the first steps, with the same examples, batches and start values. */
    @TestFactory
    Stream<DynamicTest> scriptsTakeTheSameStepsAsTheEngine() throws IOException {
        assumeTrue(
                Python.withTorch().isPresent(),
                "SPIRALLAB_PYTHON names no Python with PyTorch: the scripts are not run");
        Map<String, FirstSteps> expected = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        List<String> folders = new ArrayList<>();
        for (Named<Valid> document : all().filter(PyTorchExportTest::hasItsFiles).toList()) {
            String id = "case" + folders.size();
            Path place = Files.createDirectories(folder.resolve(id));
            folders.add(place.toString());
            names.put(id, document.getName());
            Valid sure = FirstLosses.withoutChance(document.getPayload());
            Files.writeString(
                    place.resolve("script.py"), CodeExport.of(sure, CodeForm.pytorch, ENGLISH));
            expected.put(id, FirstLosses.prepare(Named.of(document.getName(), sure), place));
        }
        JsonNode answers =
                JSON.readTree(
                        Python.run(Python.withTorch().get(), "first_steps.py", folder, folders));
        return expected.keySet().stream()
                .map(id ->
                        DynamicTest.dynamicTest(
                                names.get(id),
                                () ->
                                        FirstLosses.compare(
                                                names.get(id), expected.get(id), answers.get(id))));
    }

    /**
     * Images that are changed by chance learn something else each time, and those that Pillow reads
     * or draws need it.
     */
    private static boolean hasItsFiles(Named<Valid> document) {
        DatasetSpec dataset = document.getPayload().experiment().dataset();
        boolean readable =
                !(dataset instanceof ImageDataset images)
                        || (images.augmentation().isEmpty()
                                && (dataset instanceof Idx || Python.withPillow()));
        return readable
                && dataset.contents().stream()
                        .allMatch(content -> Documents.file(content.sha256()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("all")
    void notebooksKeepToNbformat(Valid valid) {
        JsonNode notebook = JSON.readTree(CodeExport.of(valid, CodeForm.notebook, CHINESE));
        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.get("nbformat_minor").asInt()).isEqualTo(5);
        assertThat(notebook.get("metadata").isObject()).isTrue();
        Set<String> ids = new TreeSet<>();
        for (JsonNode cell : notebook.get("cells")) {
            String type = cell.get("cell_type").asString();
            assertThat(type).isIn("markdown", "code");
            assertThat(cell.get("id").asString()).matches("[a-zA-Z0-9-_]{1,64}");
            assertThat(ids.add(cell.get("id").asString())).isTrue();
            assertThat(cell.get("metadata").isObject()).isTrue();
            assertThat(cell.get("source").isArray()).isTrue();
            assertThat(cell.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            type.equals("code")
                                    ? List.of(
                                            "cell_type",
                                            "id",
                                            "metadata",
                                            "source",
                                            "outputs",
                                            "execution_count")
                                    : List.of("cell_type", "id", "metadata", "source"));
        }
    }

    /** All that the cells say, one after the other. */
    @Test
    void notebooksSayWhatTheScriptSays() throws IOException {
        assumeTrue(Python.plain().isPresent(), "no python3 here: the notebooks are not checked");
        Path place = Files.createDirectories(folder.resolve("notebooks"));
        List<String> files = new ArrayList<>();
        for (Named<Valid> document : all().toList()) {
            String text = CodeExport.of(document.getPayload(), CodeForm.notebook, CHINESE);
            Path file = place.resolve("notebook" + files.size() + ".py");
            Files.writeString(file, code(text));
            files.add(file.toString());
        }
        assertThat(Python.run(Python.plain().get(), "names.py", place, files)).isEmpty();
    }

    /** From the first cell to the last, as a person would run them. */
    @Test
    void notebooksOfShortLessonsRun() throws IOException {
        assumeTrue(
                Python.withTorch().isPresent(),
                "SPIRALLAB_PYTHON names no Python with PyTorch: the notebooks are not run");
        Path place = Files.createDirectories(folder.resolve("run"));
        List<String> files = new ArrayList<>();
        for (Named<Valid> lesson :
                Documents.lessons().filter(PyTorchExportTest::isShort).toList()) {
            Path file = place.resolve("notebook" + files.size() + ".py");
            Files.writeString(
                    file, code(CodeExport.of(lesson.getPayload(), CodeForm.notebook, ENGLISH)));
            files.add(file.toString());
        }
        assertThat(files).hasSizeGreaterThan(3);
        assertThat(Python.run(Python.withTorch().get(), "run.py", place, files)).isEmpty();
    }

    private static boolean isShort(Named<Valid> lesson) {
        Experiment experiment = lesson.getPayload().experiment();
        return hasItsFiles(lesson)
                && experiment.training().plannedSteps(experiment.dataset().trainSize()) <= 300;
    }

    private static String code(String notebook) {
        return JSON.readTree(notebook)
                .get("cells")
                .valueStream()
                .filter(cell -> cell.get("cell_type").asString().equals("code"))
                .map(cell ->
                        cell.get("source")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
    }

    @Test
    void argumentsThatAreDefaultsAreLeftOut() {
        Valid spiral = Documents.templates().findFirst().orElseThrow().getPayload();
        assertThat(CodeExport.of(spiral, CodeForm.pytorch, ENGLISH).lines())
                .noneMatch(line -> line.contains("betas") || line.contains("eps="));
    }
}

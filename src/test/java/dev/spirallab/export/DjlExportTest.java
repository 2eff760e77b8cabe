package dev.spirallab.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.FirstSteps;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Experiments as Java classes for DJL. */
class DjlExportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Texts ENGLISH = new Texts(new Messages(), Locale.ENGLISH);

    @TempDir private Path folder;

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(int number, String code) {
            super(URI.create("string:///p" + number + "/Experiment.java"), Kind.SOURCE);
            this.code = "package p" + number + ";\n" + code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    /** The losses of the first steps, with the same examples, batches and start values. */
    @TestFactory
    Stream<DynamicTest> classesTakeTheSameStepsAsTheEngine()
            throws IOException, InterruptedException {
        Map<String, FirstSteps> expected = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve("answers.json").toString()));
        for (Named<Valid> document :
                Documents.all()
                        .filter(DjlExportTest::isCertain)
                        .filter(DjlExportTest::isNew)
                        .toList()) {
            Valid sure = FirstLosses.withoutChance(document.getPayload());
            if (CodeExport.of(sure, CodeForm.djl, ENGLISH) instanceof Exported.Code(String code)) {
                String id = "p" + sources.size();
                Path place = Files.createDirectories(folder.resolve(id));
                names.put(id, document.getName());
                expected.put(id, FirstLosses.prepare(sure, place, folder));
                arguments.add(place.toString());
                sources.add(new Source(sources.size(), code));
            }
        }
        assertThat(compile(sources)).isEmpty();
        run(DjlSteps.class.getName(), arguments);
        JsonNode answers = JSON.readTree(Files.readString(folder.resolve("answers.json")));
        return expected.keySet().stream()
                .map(id ->
                        DynamicTest.dynamicTest(
                                names.get(id),
                                () ->
                                        FirstLosses.compare(
                                                names.get(id), expected.get(id), answers.get(id))));
    }

    /** Lessons are made of what the others have. */
    private static boolean isNew(Named<Valid> document) {
        return !document.getName().startsWith("lesson");
    }

    /** Whether its files are there, and images are not changed by chance. */
    private static boolean isCertain(Named<Valid> document) {
        DatasetSpec dataset = document.getPayload().experiment().dataset();
        boolean changed =
                dataset instanceof ImageDataset images && !images.augmentation().isEmpty();
        return !changed
                && dataset.contents().stream()
                        .allMatch(content -> Documents.file(content.sha256()).isPresent());
    }

    @Test
    void onlyWhatDjlLacksIsRefused() {
        Set<String> refused = new TreeSet<>();
        List<Source> sources = new ArrayList<>();
        for (Named<Valid> document : Documents.all().toList()) {
            switch (CodeExport.of(document.getPayload(), CodeForm.djl, ENGLISH)) {
                case Exported.Code(String code) -> {
                    if (!isCertain(document)) {
                        sources.add(new Source(sources.size(), code));
                    }
                }
                case Exported.Impossible(List<Problem> problems) ->
                        problems.forEach(problem -> {
                            assertThat(ENGLISH.of(problem)).doesNotStartWith("[");
                            refused.add(
                                    problem.path().replaceAll("\\d+", "")
                                            + " "
                                            + problem.arguments());
                        });
            }
        }
        assertThat(refused)
                .containsExactly(
                        "graph.nodes[].layer.bidirectional {}",
                        "training.optimizer.kind {kind=lbfgs}");
        assertThat(sources).hasSizeGreaterThan(3);
        assertThat(compile(sources)).isEmpty();
    }

    private List<String> compile(List<? extends JavaFileObject> sources) {
        var faults = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, faults, options, null, sources)
                .call();
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .map(fault -> fault.getMessage(Locale.ENGLISH) + " in " + fault.getSource())
                .toList();
    }

    /** In a process of its own, for DJL's trainer draws from the one generator that all share. */
    @Test
    void aSmallNetLearns() throws IOException, InterruptedException {
        Valid valid =
                dev.spirallab.engine.Lab.valid(
                        "{'kind': 'gauss', 'classes': 2, 'samples': 200, 'noise': 0.1}",
                        dev.spirallab.engine.Lab.chain(
                                dev.spirallab.engine.Lab.linear(8, "tanh"),
                                dev.spirallab.engine.Lab.linear(2)),
                        dev.spirallab.engine.Lab.CROSS_ENTROPY,
                        "'optimizer': {'kind': 'adam', 'learningRate': 0.05}",
                        "'epochs': 5");
        String code = Documents.code(valid, CodeForm.djl, ENGLISH);
        assertThat(compile(List.of(new Source(0, code)))).isEmpty();
        String said = run("p0.Experiment", List.of());
        assertThat(said)
                .containsPattern("epoch 5: training loss .*, test loss .*\\((100.0|9\\d.\\d)%\\)");
    }

    /** What it says; in a process of its own. */
    private String run(String main, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                main));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        // on newer processors its library gets gradients of small convolutions wrong
        builder.environment().put("ONEDNN_MAX_CPU_ISA", "SSE41");
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}

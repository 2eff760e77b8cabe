package dev.spirallab.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.FirstSteps;
import dev.spirallab.engine.Lab;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
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

    /**
     * Whatever the experiment is, its class compiles; where chance has no part in it, the losses of
     * its first steps are the engine's, with the same examples, batches and start values. All run
     * in one process, which is not this one, for DJL's trainer draws from the one generator that
     * all share.
     */
    @TestFactory
    Stream<DynamicTest> classesTakeTheSameStepsAsTheEngine()
            throws IOException, InterruptedException {
        List<Source> sources = new ArrayList<>(List.of(source(0, SMALL_NET)));
        List<String> arguments = new ArrayList<>(List.of(ANSWERS, "p0"));
        Map<String, FirstSteps> expected = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Named<Valid> document : Documents.all().toList()) {
            Valid sure = FirstLosses.withoutChance(document.getPayload());
            String id = "p" + sources.size();
            sources.add(source(sources.size(), sure));
            if (isCertain(sure)) {
                Path place = Files.createDirectories(folder.resolve(id));
                names.put(id, document.getName());
                expected.put(
                        id, FirstLosses.prepare(Named.of(document.getName(), sure), place, folder));
                arguments.add(place.toString());
            }
        }
        assertThat(compile(sources)).isEmpty();
        String said = run(arguments);
        JsonNode answers = JSON.readTree(Files.readString(folder.resolve(ANSWERS)));
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("a small net learns", () -> learns(said))),
                expected.keySet().stream()
                        .map(id ->
                                DynamicTest.dynamicTest(
                                        names.get(id),
                                        () ->
                                                FirstLosses.compare(
                                                        names.get(id),
                                                        expected.get(id),
                                                        answers.get(id)))));
    }

    private static final String ANSWERS = "answers.json";

    private static final Valid SMALL_NET =
            Lab.valid(
                    "{'kind': 'gauss', 'classes': 2, 'samples': 200, 'noise': 0.1}",
                    Lab.chain(Lab.linear(8, "tanh"), Lab.linear(2)),
                    Lab.CROSS_ENTROPY,
                    "'optimizer': {'kind': 'adam', 'learningRate': 0.05}",
                    "'epochs': 5");

    private static void learns(String said) {
        assertThat(said)
                .containsPattern("epoch 5: training loss .*, test loss .*\\((100.0|9\\d.\\d)%\\)");
    }

    private static Source source(int number, Valid valid) {
        return new Source(number, CodeExport.of(valid, CodeForm.djl, ENGLISH));
    }

    /** Whether its files are there, and images are not changed by chance. */
    private static boolean isCertain(Valid valid) {
        DatasetSpec dataset = valid.experiment().dataset();
        boolean changed =
                dataset instanceof ImageDataset images && !images.augmentation().isEmpty();
        return !changed
                && dataset.contents().stream()
                        .allMatch(content -> Documents.file(content.sha256()).isPresent());
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

    /** What it says. */
    private String run(List<String> arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                DjlSteps.class.getName()));
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

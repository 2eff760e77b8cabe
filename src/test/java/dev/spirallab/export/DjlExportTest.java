package dev.spirallab.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments as Java classes for DJL. */
class DjlExportTest {
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

    @Test
    void everyNetworkRunsAndWhatDjlLacksIsNamed() throws IOException, InterruptedException {
        List<Source> sources = new ArrayList<>();
        List<String> networks = new ArrayList<>();
        StringBuilder documents = new StringBuilder();
        for (Named<Valid> document : Documents.all().toList()) {
            switch (CodeExport.of(document.getPayload(), CodeForm.djl, ENGLISH)) {
                case Exported.Code(String code) -> {
                    documents
                            .append(sources.size())
                            .append(": ")
                            .append(document.getName())
                            .append("; ");
                    networks.add("p" + sources.size() + ".Experiment$Network");
                    networks.add(
                            dimensions(document.getPayload().experiment().dataset().inputShape()));
                    sources.add(new Source(sources.size(), code));
                }
                case Exported.Impossible(List<Problem> problems) ->
                        assertThat(problems)
                                .as(document.getName())
                                .isNotEmpty()
                                .allMatch(problem -> !ENGLISH.of(problem).startsWith("["))
                                .allMatch(problem -> !problem.path().isEmpty());
            }
        }
        assertThat(sources).hasSizeGreaterThan(120);
        assertThat(compile(sources)).isEmpty();
        assertThat(run(DjlForwards.class.getName(), networks))
                .as(documents.toString())
                .endsWith(DjlForwards.DONE + "\n");
    }

    private static String dimensions(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(","));
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
        String figures = said.substring(said.lastIndexOf('{'));
        assertThat(figures).containsPattern("validate_Accuracy\\W+(1\\.0|0\\.9)");
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
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}

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
    void everyClassCompilesAndWhatDjlLacksIsNamed() {
        List<Source> sources = new ArrayList<>();
        for (Named<Valid> document : Documents.all().toList()) {
            switch (CodeExport.of(document.getPayload(), CodeForm.djl, ENGLISH)) {
                case Exported.Code(String code) -> sources.add(new Source(sources.size(), code));
                case Exported.Impossible(List<Problem> problems) ->
                        assertThat(problems)
                                .as(document.getName())
                                .isNotEmpty()
                                .allMatch(problem -> !ENGLISH.of(problem).startsWith("["))
                                .allMatch(problem -> !problem.path().isEmpty());
            }
        }
        assertThat(sources).hasSizeGreaterThan(60);
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
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                "p0.Experiment")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        String figures = said.substring(said.lastIndexOf('{'));
        assertThat(figures).containsPattern("validate_Accuracy\\W+(1\\.0|0\\.9)");
    }
}

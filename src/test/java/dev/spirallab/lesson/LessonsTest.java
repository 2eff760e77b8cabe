package dev.spirallab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTest {
    private static final Path DOCUMENTS = Path.of("src/main/resources/lessons");

    /** The hints that a lesson is about. */
    private static final Set<String> WANTED =
            Set.of("a1 hint.linearInRow", "e1-plain hint.linearInRow");

    private final Messages messages = new Messages();

    static List<Lesson> lessons() {
        return Lessons.ALL;
    }

    static Stream<Lesson.Page> pages() {
        return Lessons.ALL.stream().flatMap(lesson -> lesson.pages().stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsASoundExperiment(Lesson.Page page) {
        ValidationResult result = new Validator(Limits.standard()).validate(page.experiment());
        assertThat(result).as(page.name()).isInstanceOf(Valid.class);
        assertThat(result.problems())
                .filteredOn(problem -> !WANTED.contains(page.name() + " " + problem.code()))
                .as(page.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsExplained(Lesson lesson) {
        for (Locale locale : Messages.LOCALES) {
            assertThat(messages.find(locale, lesson.key())).isPresent();
            assertThat(messages.find(locale, lesson.key() + ".help")).isPresent();
            assertThat(messages.find(locale, lesson.part().key())).isPresent();
            for (Lesson.Page page : lesson.pages()) {
                assertThat(messages.find(locale, page.key())).isPresent();
            }
        }
    }

    @Test
    void everyDocumentBelongsToALesson() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            pages().map(page -> page.name() + ".json").toList());
        }
    }
}

package dev.spirallab.ui;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.lesson.Lesson;
import dev.spirallab.lesson.Lesson.Page;
import dev.spirallab.lesson.Lessons;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.json.Zoo;
import dev.spirallab.ui.kit.Choice;
import java.util.stream.Stream;

/** The titles that an experiment has by itself, until somebody types one. */
final class Titles {
    private Titles() {}

    static String of(Texts texts, String template) {
        return texts.of("template." + template);
    }

    static String of(Texts texts, Lesson lesson, Page page) {
        String title = texts.of(lesson.key());
        return lesson.variants().isEmpty() ? title : title + ": " + texts.of(page.key());
    }

    /** A table is called like its file. */
    static String of(Texts texts, DatasetSpec dataset) {
        if (dataset instanceof Table table && !table.content().name().isBlank()) {
            return table.content().name().replaceFirst("\\.\\w+$", "");
        }
        return texts.of("dataset." + ExperimentJson.tree(dataset).path("kind").asString());
    }

    /** The title, or a word where there is none. */
    static String shown(Texts texts, Experiment experiment) {
        return experiment.title().isBlank()
                ? texts.of("workbench.title.empty")
                : experiment.title();
    }

    /** The title of the browser's tab. */
    static String page(Texts texts, Experiment experiment) {
        return shown(texts, experiment) + " - " + texts.of("workbench.name");
    }

    /** Whether somebody chose this title: no template, lesson or data set is called so. */
    static boolean typed(Texts texts, String title) {
        return !title.isBlank()
                && Messages.LOCALES.stream()
                        .map(locale -> new Texts(texts.messages(), locale))
                        .flatMap(Titles::all)
                        .noneMatch(title::equals);
    }

    /** Whether somebody chose the title of an experiment, which is not that of its data either. */
    static boolean typed(Texts texts, Experiment experiment) {
        return typed(texts, experiment.title())
                && !experiment.title().equals(of(texts, experiment.dataset()));
    }

    private static Stream<String> all(Texts texts) {
        return Stream.of(
                        Templates.NAMES.stream().map(name -> of(texts, name)),
                        Zoo.NAMES.stream().map(name -> texts.of("zoo." + name)),
                        lessons(texts),
                        Setting.kinds(texts, "dataset").stream().map(Choice::label))
                .flatMap(titles -> titles);
    }

    private static Stream<String> lessons(Texts texts) {
        return Lessons.ALL.stream()
                .flatMap(lesson -> lesson.pages().stream().map(page -> of(texts, lesson, page)));
    }
}

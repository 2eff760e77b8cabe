package dev.spirallab.ui.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.spirallab.i18n.Texts;
import dev.spirallab.lesson.Lesson;
import dev.spirallab.lesson.Lesson.Page;
import dev.spirallab.lesson.Lessons;
import dev.spirallab.lesson.Part;
import dev.spirallab.ui.kit.SearchField;
import dev.spirallab.ui.kit.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All lessons by chapter, each with what there is to see and its experiments to open. */
public final class LessonsDialog extends Sheet {
    private final Texts texts;
    private final Consumer<Opened> open;
    private final Div chapters = new Div();
    private final SearchField search;

    /** What the reader has chosen. */
    public record Opened(Lesson lesson, Page page) {}

    public LessonsDialog(Texts texts, Consumer<Opened> open) {
        super(texts, "lab-lessons", texts.of("lesson.title"));
        this.texts = texts;
        this.open = open;
        search = new SearchField(texts.of("lesson.search"), this::show);
        add(new Paragraph(texts.of("lesson.hint")), search, chapters);
        show();
    }

    private void show() {
        chapters.removeAll();
        Stream.of(Part.values()).forEach(this::show);
        if (chapters.getComponentCount() == 0) {
            Paragraph nothing = new Paragraph(texts.of("lesson.none"));
            nothing.addClassName("lab-empty");
            chapters.add(nothing);
        }
    }

    private void show(Part part) {
        List<Lesson> found =
                Lessons.ALL.stream()
                        .filter(lesson -> lesson.part() == part && matches(lesson))
                        .toList();
        if (found.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        found.stream().map(this::card).forEach(list::add);
        chapters.add(new Section(new H3(texts.of(part.key())), list));
    }

    private boolean matches(Lesson lesson) {
        String all =
                Stream.concat(
                                Stream.of(lesson.id(), title(lesson), help(lesson)),
                                lesson.pages().stream().map(page -> texts.of(page.key())))
                        .collect(Collectors.joining(" "));
        return Stream.of(search.getValue().strip().split("\\s+"))
                .allMatch(word -> lower(all).contains(lower(word)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private String title(Lesson lesson) {
        return texts.of(lesson.key());
    }

    private String help(Lesson lesson) {
        return texts.of(lesson.key() + ".help");
    }

    private ListItem card(Lesson lesson) {
        Span number = new Span(lesson.id().toUpperCase(Locale.ROOT));
        number.addClassName("lab-lesson-number");
        Div pages = new Div();
        pages.addClassName("lab-lesson-pages");
        lesson.pages().stream().map(page -> button(lesson, page)).forEach(pages::add);
        ListItem card =
                new ListItem(
                        new H4(number, new Span(title(lesson))),
                        new Paragraph(help(lesson)),
                        pages);
        card.addClassName("lab-lesson");
        return card;
    }

    private Component button(Lesson lesson, Page page) {
        boolean alone = lesson.variants().isEmpty();
        String label = alone ? texts.of("lesson.open") : texts.of(page.key());
        Button button =
                new Button(
                        label,
                        _ -> {
                            close();
                            open.accept(new Opened(lesson, page));
                        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(alone ? label + ": " + title(lesson) : title(lesson) + ": " + label);
        return button;
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.spirallab.account.Deed;
import dev.spirallab.dataset.Examples;
import dev.spirallab.experiment.Uploads.Uploading;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Table;
import dev.spirallab.ui.kit.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a table that somebody brings, and shows what is in it before it is used. */
final class OwnData extends Sheet {
    private static final int LONGEST_NAME = 200;

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final Optional<Table> present;
    private final Function<Table, List<Problem>> judge;
    private final Upload upload = new Upload();
    private final Paragraph trouble = new Paragraph();
    private final Div place = new Div();
    private final Button use;
    private @Nullable TableDraft draft;

    /**
     * @param present the table that is used so far
     * @param judge tells what is wrong with a data set, before its file is read
     * @param use takes the data set
     */
    OwnData(
            Visit visit,
            Services services,
            Optional<Table> present,
            Function<Table, List<Problem>> judge,
            Consumer<Table> use) {
        super(visit.texts(), "lab-own", visit.texts().of("own.title"));
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        this.present = present;
        this.judge = judge;
        this.use = new Button(texts.of("own.take"), _ -> take(use));
        this.use.addThemeVariants(ButtonVariant.PRIMARY);
        this.use.setEnabled(false);
        trouble.addClassName("lab-problems");
        trouble.getElement().setAttribute("role", "alert");
        furnishUpload();
        add(new Paragraph(texts.of("own.hint")), upload, trouble, place);
        getFooter().add(new Button(texts.of("own.cancel"), _ -> close()), this.use);
    }

    private void furnishUpload() {
        int megabytes = services.files().settings().fileMegabytes();
        upload.setI18n(UploadTexts.of(texts, megabytes));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(megabytes << 20);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadHandler(this::receive);
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
    }

    /** Shows a table that is used already, if its file is here. */
    void show(Table table) {
        services.files()
                .contents()
                .find(table.content().sha256())
                .ifPresentOrElse(
                        bytes -> show(TableDraft.of(table, bytes)), () -> isReadable(table));
    }

    private void receive(UploadEvent event) throws IOException {
        Uploading outcome = outcome(event);
        visit.later(() -> brought(event.getFileName(), outcome));
    }

    private Uploading outcome(UploadEvent event) throws IOException {
        Optional<Problem> refusal = visit.refused(services, Deed.UPLOAD);
        return refusal.isPresent()
                ? new Uploading.Refused(refusal.get())
                : services.files().uploads().add(visit.owner(), event.getInputStream());
    }

    private void brought(String name, Uploading outcome) {
        upload.clearFileList();
        switch (outcome) {
            case Uploading.Refused(Problem problem) -> say(texts.of(problem));
            case Uploading.Done(String hash) ->
                    services.files()
                            .contents()
                            .find(hash)
                            .ifPresent(bytes -> show(draft(hash, name, bytes)));
        }
    }

    /** Of a file that was missed the document knows all already. */
    private TableDraft draft(String hash, String name, byte... bytes) {
        return present.filter(table -> table.content().sha256().equals(hash))
                .map(table -> TableDraft.of(table, bytes))
                .orElseGet(() -> TableDraft.of(new Content(hash, cut(name)), bytes));
    }

    private static String cut(String name) {
        return name.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void show(TableDraft read) {
        draft = read;
        place.removeAll();
        place.add(new TableForm(texts, read, this::check));
        check();
    }

    /** Says what is wrong with it as it is now. */
    private void check() {
        TableDraft made = Objects.requireNonNull(draft);
        Optional<Problem> problem =
                made.problem()
                        .or(() ->
                                made.table().stream()
                                        .flatMap(table -> judge.apply(table).stream())
                                        .findFirst());
        say(problem.map(texts::of).orElse(""));
        use.setEnabled(problem.isEmpty() && made.table().isPresent());
    }

    private void say(String text) {
        trouble.setText(text);
        trouble.setVisible(!text.isEmpty());
    }

    /** Reading the whole file is what shows whether it can be used. */
    private void take(Consumer<Table> taker) {
        Objects.requireNonNull(draft)
                .table()
                .filter(this::isReadable)
                .ifPresent(table -> {
                    close();
                    taker.accept(table);
                });
    }

    private boolean isReadable(Table table) {
        return switch (services.library().examples(table)) {
            case Examples.Made _ -> true;
            case Examples.Unreadable(Problem problem) -> {
                say(texts.of(problem));
                yield false;
            }
        };
    }
}

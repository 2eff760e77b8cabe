package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.spirallab.account.Deed;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.image.ImageSketch.Given;
import dev.spirallab.dataset.image.ImageSketch.Sketching;
import dev.spirallab.experiment.Uploads.Uploading;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Table;
import dev.spirallab.ui.kit.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a table or images that somebody brings, and shows what is in them before their use. */
final class OwnData extends Sheet {
    private static final int MOST_FILES = 4;

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final DatasetSpec present;
    private final Function<DatasetSpec, List<Problem>> judge;
    private final BroughtImages images = new BroughtImages();
    private final Upload upload = new Upload();
    private final Paragraph trouble = new Paragraph();
    private final Div place = new Div();
    private final Button use;
    private @Nullable DataDraft draft;

    /**
     * @param present the data set that is used so far
     * @param judge tells what is wrong with a data set, before its file is read
     * @param use takes the data set
     */
    OwnData(
            Visit visit,
            Services services,
            DatasetSpec present,
            Function<DatasetSpec, List<Problem>> judge,
            Consumer<DatasetSpec> use) {
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
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(megabytes << 20);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadHandler(this::receive);
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
    }

    /** Shows data of files that are used already, if the files are here. */
    void showPresent() {
        switch (present) {
            case Table table ->
                    services.files()
                            .contents()
                            .find(table.content().sha256())
                            .ifPresentOrElse(
                                    bytes -> show(TableDraft.of(table, bytes)),
                                    () -> isReadable(table));
            case Idx idx -> show(idx);
            case ImageFolders folders -> show(folders);
            case FeaturedDataset _, FormulaDataset _, PhonePrices _, Inline _, PrintedDigits _ -> {}
        }
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
        switch (outcome) {
            case Uploading.Refused(Problem problem) -> say(texts.of(problem));
            case Uploading.Done(String hash) ->
                    services.files()
                            .contents()
                            .find(hash)
                            .ifPresent(bytes -> show(new Content(hash, cut(name)), bytes));
        }
    }

    /** Of a file that was missed the document knows all already. */
    private void show(Content content, byte... bytes) {
        boolean missed =
                present.contents().stream()
                        .anyMatch(each -> each.sha256().equals(content.sha256()));
        if (missed) {
            showPresent();
        } else if (BroughtImages.areIn(bytes)) {
            images.add(new Given(content, bytes));
            showImages();
        } else {
            images.clear();
            show(TableDraft.of(content, bytes));
        }
    }

    private void showImages() {
        forget();
        if (images.lackOne()) {
            say(texts.of("own.images.half"));
            return;
        }
        switch (images.sketch()) {
            case Sketching.Done(ImageDataset found) -> show(found);
            case Sketching.Unreadable(Problem problem) -> say(texts.of(problem));
        }
    }

    /** Reads all of them, since their classes are counted. */
    private void show(ImageDataset found) {
        switch (services.library().examples(found)) {
            case Examples.Made(Dataset dataset) -> {
                ImageDraft read = new ImageDraft(found);
                draft = read;
                place.removeAll();
                place.add(new ImageForm(texts, read, dataset, this::check));
                check();
            }
            case Examples.Unreadable(Problem problem) -> {
                forget();
                say(texts.of(problem));
            }
        }
    }

    private void forget() {
        draft = null;
        place.removeAll();
        use.setEnabled(false);
    }

    private static String cut(String name) {
        return name.codePoints()
                .limit(Content.LONGEST_NAME)
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
        DataDraft made = Objects.requireNonNull(draft);
        Optional<? extends DatasetSpec> dataset = made.dataset();
        Optional<Problem> problem =
                made.problem()
                        .or(() ->
                                dataset.stream()
                                        .flatMap(each -> judge.apply(each).stream())
                                        .findFirst());
        say(problem.map(texts::of).orElse(""));
        use.setEnabled(problem.isEmpty() && dataset.isPresent());
    }

    private void say(String text) {
        trouble.setText(text);
        trouble.setVisible(!text.isEmpty());
    }

    /** Reading the whole file is what shows whether it can be used. */
    private void take(Consumer<DatasetSpec> taker) {
        Objects.requireNonNull(draft)
                .dataset()
                .filter(this::isReadable)
                .ifPresent(dataset -> {
                    close();
                    taker.accept(dataset);
                });
    }

    private boolean isReadable(DatasetSpec dataset) {
        return switch (services.library().examples(dataset)) {
            case Examples.Made _ -> true;
            case Examples.Unreadable(Problem problem) -> {
                say(texts.of(problem));
                yield false;
            }
        };
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.ModelExport;
import dev.spirallab.export.ModelForm;
import dev.spirallab.export.Trained;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What a run has learnt as a file, and a run that begins from one. */
final class ModelPane extends Div {
    private static final int SECONDS = 20;
    private final Visit visit;
    private final Texts texts;
    private final Workbench bench;
    private final Upload upload = new Upload();
    private final Div problems = new Div();

    ModelPane(
            Visit visit,
            Workbench bench,
            Optional<Run> run,
            Optional<Consumer<List<NodeTensor>>> begin) {
        this.visit = visit;
        this.texts = visit.texts();
        this.bench = bench;
        addClassName("lab-model-pane");
        problems.addClassName("lab-problems");
        problems.getElement().setAttribute("role", "alert");
        Optional<Run> trained = run.filter(each -> each.status().at().step() > 0);
        add(
                new Paragraph(
                        texts.of(trained.isPresent() ? "export.model.help" : "export.untrained")));
        add(files(trained));
        begin.ifPresent(this::offerBeginning);
    }

    /** Each names what it is for; before there is something to save they are only shown. */
    private UnorderedList files(Optional<Run> trained) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lab-model-files");
        for (ModelForm form : ModelForm.values()) {
            String key = "export.form." + form.name();
            Optional<Valid> valid = bench.valid();
            Span help = new Span(texts.of(key + ".help"));
            list.add(
                    trained.isPresent() && valid.isPresent()
                            ? new ListItem(link(trained.get(), valid.get(), form), help)
                            : new ListItem(new Span(texts.of(key)), help));
        }
        return list;
    }

    private Anchor link(Run run, Valid valid, ModelForm form) {
        DownloadHandler handler = event -> write(event, run, valid, form);
        return new Anchor(handler, texts.of("export.form." + form.name()));
    }

    /** The model as it is when the link is followed. */
    private static void write(DownloadEvent event, Run run, Valid valid, ModelForm form)
            throws IOException {
        try {
            List<NodeTensor> tensors = run.tensors().get(SECONDS, TimeUnit.SECONDS);
            byte[] file = ModelExport.of(new Trained(valid, tensors), form);
            event.setFileName(ExperimentJson.fileName(valid.experiment(), form.suffix()));
            event.setContentType("application/octet-stream");
            event.setContentLength(file.length);
            event.getOutputStream().write(file);
        } catch (ExecutionException | TimeoutException | CancellationException busy) {
            throw new IOException("The run does not answer", busy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", interrupted);
        }
    }

    private void offerBeginning(Consumer<List<NodeTensor>> begin) {
        upload.setI18n(UploadTexts.of(texts, WeightsFile.MOST_BYTES >> 20));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(WeightsFile.MOST_BYTES);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadHandler(event -> receive(event, begin));
        upload.addFileRejectedListener(event -> say(List.of(event.getErrorMessage())));
        add(
                new H3(texts.of("export.begin")),
                new Paragraph(texts.of("export.begin.help")),
                upload,
                problems);
    }

    private void receive(UploadEvent event, Consumer<List<NodeTensor>> begin) throws IOException {
        byte[] file = event.getInputStream().readNBytes(WeightsFile.MOST_BYTES + 1);
        visit.later(() -> read(file, begin));
    }

    private void read(byte[] file, Consumer<List<NodeTensor>> begin) {
        upload.clearFileList();
        Optional<Valid> valid = bench.valid();
        if (valid.isEmpty()) {
            say(bench.obstacle().map(texts::of).stream().toList());
            return;
        }
        switch (WeightsFile.read(valid.get(), file)) {
            case WeightsFile.Reading.Read(var weights) -> begin.accept(weights);
            case WeightsFile.Reading.Refused(List<Problem> found) ->
                    say(found.stream().map(texts::of).toList());
        }
    }

    private void say(List<String> complaints) {
        problems.removeAll();
        problems.add(
                new UnorderedList(complaints.stream().map(ListItem::new).toArray(ListItem[]::new)));
    }
}

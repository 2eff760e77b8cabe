package dev.spirallab.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.component.upload.UploadI18N.AddFiles;
import com.vaadin.flow.component.upload.UploadI18N.DropFiles;
import com.vaadin.flow.component.upload.UploadI18N.Uploading;
import dev.spirallab.i18n.Texts;
import java.util.List;

/** What choosing a file says in the reader's language. */
final class UploadTexts {
    private UploadTexts() {}

    static UploadI18N of(Texts texts, int megabytes) {
        String large = texts.of("problem.keeping.file", "limit", megabytes);
        return new UploadI18N()
                .setDropFiles(
                        new DropFiles()
                                .setOne(texts.of("own.dropOne"))
                                .setMany(texts.of("own.drop")))
                .setAddFiles(
                        new AddFiles()
                                .setOne(texts.of("own.chooseOne"))
                                .setMany(texts.of("own.choose")))
                .setError(
                        new UploadI18N.Error()
                                .setTooManyFiles(texts.of("own.oneFile"))
                                .setFileIsTooBig(large)
                                .setIncorrectFileType(texts.of("problem.table.notText")))
                .setFile(
                        new UploadI18N.File()
                                .setRetry(texts.of("own.retry"))
                                .setStart(texts.of("own.start"))
                                .setRemove(texts.of("own.remove")))
                .setUnits(List.of("B", "KB", "MB", "GB"))
                .setUploading(uploading(texts, large));
    }

    private static Uploading uploading(Texts texts, String large) {
        return new Uploading()
                .setStatus(
                        new Uploading.Status()
                                .setConnecting(texts.of("own.connecting"))
                                .setStalled(texts.of("own.stalled"))
                                .setProcessing(texts.of("own.processing"))
                                .setHeld(texts.of("own.held")))
                .setRemainingTime(
                        new Uploading.RemainingTime()
                                .setPrefix(texts.of("own.remaining"))
                                .setUnknown(texts.of("own.remaining.unknown")))
                .setError(
                        new Uploading.Error()
                                .setServerUnavailable(texts.of("own.failed"))
                                .setUnexpectedServerError(texts.of("own.failed"))
                                .setForbidden(texts.of("own.failed"))
                                .setFileTooLarge(large));
    }
}

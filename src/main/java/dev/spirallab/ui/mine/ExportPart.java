package dev.spirallab.ui.mine;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;

/** Everything, to take away. */
final class ExportPart extends Part {
    private final Reader reader;

    ExportPart(Reader reader) {
        super(reader.texts(), "mine.export");
        this.reader = reader;
        Anchor link =
                new Anchor((DownloadHandler) this::write, reader.texts().of("mine.export.go"));
        link.addClassName("lab-account-download");
        add(link);
    }

    private void write(DownloadEvent download) throws IOException {
        download.setFileName("spiral-lab.zip");
        download.setContentType("application/zip");
        download.getResponse().setHeader("Cache-Control", "no-store");
        reader.accounts()
                .mine()
                .export(reader.owner(), reader.texts().locale(), download.getOutputStream());
    }
}

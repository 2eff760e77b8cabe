package dev.spirallab.account;

import dev.spirallab.account.Export.ExperimentEntry;
import dev.spirallab.account.Export.FileEntry;
import dev.spirallab.account.Export.LinkEntry;
import dev.spirallab.account.Export.RunEntry;
import dev.spirallab.account.Export.SweepEntry;
import dev.spirallab.account.Export.VersionEntry;
import dev.spirallab.i18n.Messages;
import dev.spirallab.run.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** The page of an archive that says what is where; what people typed stands in it as text. */
final class ExportPage {
    private static final Resource PAGE = new ClassPathResource("export/index.html");
    private static final String STAR = "★ ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Messages messages;
    private final Locale locale;

    ExportPage(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String of(Export.Index contents) throws IOException {
        String tables =
                experiments(contents.experiments())
                        + runs(contents.runs())
                        + sweeps(contents.sweeps())
                        + links(contents.links())
                        + data(contents.files())
                        + unreadable(contents.unreadable());
        return PAGE.getContentAsString(StandardCharsets.UTF_8)
                .replace("{language}", locale.toLanguageTag())
                .replace("{title}", text("title"))
                .replace("{exported}", text("exported") + " " + time(contents.exported()))
                .replace("{tables}", tables);
    }

    private String experiments(List<ExperimentEntry> entries) {
        return table(
                "experiments",
                List.of("name", "changed", "versions"),
                entries.stream()
                        .map(entry ->
                                List.of(
                                        link(entry.file(), entry.title()),
                                        time(entry.changed()),
                                        versions(entry.versions()))));
    }

    private static String versions(List<VersionEntry> entries) {
        return entries.stream()
                .map(entry -> link(entry.file(), (entry.number() + " " + entry.name()).strip()))
                .collect(Collectors.joining("<br>"));
    }

    private String runs(List<RunEntry> entries) {
        return table(
                "runs",
                List.of("name", "kept", "steps", "note", "files"),
                entries.stream()
                        .map(entry ->
                                List.of(
                                        link(entry.file(), entry.title()),
                                        time(entry.kept()),
                                        Long.toString(entry.steps()),
                                        note(entry.mark()),
                                        files(entry))));
    }

    private static String note(Mark mark) {
        return (mark.starred() ? STAR : "") + named(mark.note());
    }

    private static String files(RunEntry entry) {
        return files(
                Stream.of(
                                Optional.of(entry.figures()),
                                entry.savepoint(),
                                entry.boundary(),
                                entry.start(),
                                entry.moments())
                        .flatMap(Optional::stream));
    }

    private static String files(Stream<String> files) {
        return files.map(file -> link(file, file.substring(file.lastIndexOf('/') + 1)))
                .collect(Collectors.joining("<br>"));
    }

    private String sweeps(List<SweepEntry> entries) {
        return entries.isEmpty()
                ? ""
                : table(
                        "sweeps",
                        List.of("name", "kept", "varied", "files"),
                        entries.stream()
                                .map(entry ->
                                        List.of(
                                                link(entry.file(), entry.title()),
                                                time(entry.kept()),
                                                entry.vary().stream()
                                                        .map(ExportPage::named)
                                                        .collect(Collectors.joining("<br>")),
                                                files(entry))));
    }

    private static String files(SweepEntry entry) {
        return files(
                Stream.concat(
                        Stream.concat(entry.figures().stream(), Stream.of(entry.results())),
                        entry.boundaries().stream()));
    }

    private String unreadable(List<String> places) {
        return places.isEmpty()
                ? ""
                : table(
                        "unreadable",
                        List.of("name"),
                        places.stream().map(place -> List.of(named(place))));
    }

    private String links(List<LinkEntry> entries) {
        return table(
                "links",
                List.of("name", "created", "beginning", "files"),
                entries.stream()
                        .map(entry ->
                                List.of(
                                        link(entry.file(), entry.link().title()),
                                        time(entry.link().created()),
                                        safe(entry.link().beginning()) + "…",
                                        entry.run().map(ExportPage::files).orElse(""))));
    }

    private String data(List<FileEntry> entries) {
        return entries.isEmpty()
                ? ""
                : table(
                        "data",
                        List.of("name", "sha256"),
                        entries.stream()
                                .map(entry ->
                                        List.of(
                                                link(entry.file(), entry.name()),
                                                safe(entry.sha256()))));
    }

    private String table(String kind, List<String> columns, Stream<List<String>> rows) {
        return "<h2>%s</h2>\n<table>\n<tr>%s</tr>\n%s</table>\n"
                .formatted(
                        text(kind),
                        columns.stream()
                                .map(column -> "<th>" + text(column) + "</th>")
                                .collect(Collectors.joining()),
                        rows.map(ExportPage::row).collect(Collectors.joining()));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + cell + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String link(String file, String name) {
        String shown = name.isBlank() ? file : name;
        String address = UriUtils.encodePath(file, StandardCharsets.UTF_8);
        return "<a href=\"" + safe(address) + "\">" + named(shown) + "</a>";
    }

    /** Whatever directions its letters have, it does not mix with what stands beside it. */
    private static String named(String name) {
        return "<bdi>" + safe(name) + "</bdi>";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String text(String key) {
        return safe(messages.text(locale, "account.export." + key));
    }
}

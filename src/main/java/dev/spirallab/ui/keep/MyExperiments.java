package dev.spirallab.ui.keep;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Farewells;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.SearchField;
import dev.spirallab.ui.kit.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One's experiments: to be found, opened, renamed, copied and deleted. */
public final class MyExperiments extends Sheet {
    private static final int PAGE = 30;

    private final Texts texts;
    private final Shelf shelf;
    private final SearchField search;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing = new Paragraph();
    private final Button more;
    private final Farewells<ExperimentId> leaving;
    private final Map<ExperimentId, ListItem> rows = new HashMap<>();
    private List<Summary> all = List.of();
    private int shown = PAGE;

    public MyExperiments(Texts texts, Shelf shelf) {
        super(texts, "lab-mine", texts.of("share.mine"));
        this.texts = texts;
        this.shelf = shelf;
        leaving = new Farewells<>(texts, this::finish, this::welcome);
        more = new Button(texts.of("share.mine.more"), _ -> showMore());
        search = new SearchField(texts.of("share.mine.search"), this::show);
        list.addClassName("lab-mine-list");
        nothing.addClassName("lab-empty");
        Button fresh = new Button(texts.of("action.file.new"), Icon.PLUS.create(), _ -> begin());
        Div head = new Div(search, fresh);
        head.addClassName("lab-mine-head");
        add(head, list, nothing, more);
        load();
    }

    private void showMore() {
        shown += PAGE;
        show();
    }

    private void begin() {
        shelf.clear();
        close();
    }

    /** Asks what there is now. */
    private void load() {
        all =
                shelf.experiments().list(shelf.owner()).stream()
                        .filter(summary -> !leaving.holds(summary.id()))
                        .toList();
        rows.clear();
        show();
    }

    /** Each row is made once, with its picture, however often it is looked for. */
    private void show() {
        List<Summary> found = all.stream().filter(this::matches).toList();
        list.removeAll();
        found.stream()
                .limit(shown)
                .map(summary -> rows.computeIfAbsent(summary.id(), _ -> row(summary)))
                .forEach(list::add);
        search.setVisible(!all.isEmpty());
        more.setVisible(found.size() > shown);
        nothing.setVisible(found.isEmpty());
        nothing.setText(texts.of(all.isEmpty() ? "share.mine.empty" : "share.mine.notFound"));
    }

    private boolean matches(Summary summary) {
        return lower(summary.title()).contains(lower(search.getValue().strip()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private ListItem row(Summary summary) {
        return new ExperimentRow(
                texts,
                shelf,
                summary,
                new ExperimentRow.Deeds() {
                    @Override
                    public void open() {
                        MyExperiments.this.open(summary.id());
                    }

                    @Override
                    public void rename(String title) {
                        MyExperiments.this.rename(summary.id(), title);
                        load();
                    }

                    @Override
                    public void duplicate() {
                        MyExperiments.this.duplicate(summary.id());
                    }

                    @Override
                    public void delete() {
                        MyExperiments.this.delete(summary);
                    }
                });
    }

    private void open(ExperimentId id) {
        shelf.experiments().find(shelf.owner(), id).ifPresentOrElse(shelf::open, this::tellLost);
        close();
    }

    private void rename(ExperimentId id, String title) {
        if (shelf.present().filter(id::equals).isPresent()) {
            shelf.rename(title);
        } else {
            shelf.experiments()
                    .find(shelf.owner(), id)
                    .ifPresentOrElse(kept -> rename(kept, title), this::tellLost);
        }
    }

    /** Whatever another page has changed of it meanwhile: the title is the last one given. */
    private void rename(Kept kept, String title) {
        Experiment renamed = kept.experiment().withTitle(title);
        switch (shelf.experiments().save(shelf.owner(), kept.id(), kept.revision(), renamed)) {
            case Saving.Saved _ -> {}
            case Saving.Outdated(Kept now) -> rename(now, title);
            case Saving.Missing() -> tellLost();
            case Saving.Refused(Problem problem) -> tell(problem);
        }
    }

    private void tellLost() {
        Notification.show(texts.of("share.lost"));
    }

    private void tell(Problem problem) {
        Notification.show(texts.of(problem));
    }

    private void duplicate(ExperimentId id) {
        switch (shelf.experiments().fork(shelf.owner(), id)) {
            case Saving.Saved(Summary copy) -> rename(copy.id(), Copies.title(texts, copy.title()));
            case Saving.Refused(Problem problem) -> tell(problem);
            case Saving.Outdated _, Saving.Missing _ -> tellLost();
        }
        load();
    }

    private void delete(Summary summary) {
        ExperimentId id = summary.id();
        if (shelf.present().filter(id::equals).isPresent()) {
            shelf.clear();
        }
        leaving.begin(id, texts.of("share.mine.deleted", "title", summary.title()));
        load();
    }

    private void finish(ExperimentId id) {
        shelf.experiments().delete(shelf.owner(), id);
        shelf.deleted(id);
    }

    private void welcome() {
        if (isAttached()) {
            load();
        }
    }
}

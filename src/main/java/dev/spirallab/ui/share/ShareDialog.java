package dev.spirallab.ui.share;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Sheet;
import dev.spirallab.ui.kit.SheetTabs;
import java.util.List;

/** Gives others what is on the page: as a link, live, inside a course page. */
public final class ShareDialog extends Sheet {
    private final Texts texts;
    private final Sharer sharer;
    private final Select<String> base = new Select<>();
    private final Paragraph reach = new Paragraph();
    private final List<Section> sections;

    public ShareDialog(Texts texts, Sharer sharer) {
        super(texts, "lab-share", texts.of("share.share"));
        this.texts = texts;
        this.sharer = sharer;
        MyLinks mine = new MyLinks(texts, sharer);
        WatchSection watch = new WatchSection(texts, sharer, mine::show);
        mine.onEnded(watch::show);
        EmbedSection embed = new EmbedSection(texts, sharer, mine::show);
        sections = List.of(new LinkSection(texts, sharer, mine::show), watch, embed, mine);
        base.setLabel(texts.of("share.base"));
        base.addValueChangeListener(event -> tell(event.getValue()));
        base.setVisible(false);
        add(tabs(), base, reach);
        getElement().executeJs("return document.baseURI").then(String.class, this::find);
    }

    private SheetTabs tabs() {
        SheetTabs tabs = new SheetTabs();
        sections.forEach(section -> tabs.add(texts.of(section.heading()), section));
        return tabs;
    }

    private void find(String page) {
        List<String> bases = LinkBases.of(page, sharer.hosts());
        base.setItems(bases);
        base.setVisible(bases.size() > 1);
        reach.setVisible(!LinkBases.reachesOthers(page));
        reach.setText(
                texts.of("workbench.share." + (sharer.hosts().isEmpty() ? "here" : "network")));
        base.setValue(bases.getFirst());
    }

    private void tell(String address) {
        sections.forEach(section -> section.at(address));
    }
}

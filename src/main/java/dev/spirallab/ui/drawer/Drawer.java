package dev.spirallab.ui.drawer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The foot of the canvas: a bar of names, and above it the pane that was opened, if any. */
public final class Drawer extends Section {
    /**
     * Remembers which pane is open while the server is away, for the page that is loaded anew when
     * it is back, and tells which the page before had open. The first answer after a break may be
     * that the page is unknown: it does not count.
     */
    private static final String REMEMBER =
            """
            const key = 'spirallab.pane';
            const connection = window.Vaadin?.connectionState;
            let wasAway = false;
            connection?.addStateChangeListener((_, now) => {
              if (now === 'loading' || !this.isConnected) return;
              try {
                if (['reconnecting', 'connection-lost'].includes(now)) {
                  sessionStorage.setItem(key, this.dataset.pane);
                } else if (!wasAway) {
                  sessionStorage.removeItem(key);
                }
              } catch { /* nothing is remembered here */ }
              wasAway = now !== 'connected';
            });
            try {
              const before = sessionStorage.getItem(key);
              sessionStorage.removeItem(key);
              return before;
            } catch { return null; }
            """;

    private final Texts texts;
    private final Map<Pane, NativeButton> buttons = new LinkedHashMap<>();
    private final Div bar = new Div();
    private final Div body = new Div();
    private final NativeButton size = new NativeButton();
    private Optional<Run> run = Optional.empty();
    private @Nullable Pane open;
    private boolean large;
    private Runnable onOpen = () -> {};

    public Drawer(Texts texts) {
        this.texts = texts;
        addClassName("lab-drawer");
        getElement().setAttribute("aria-label", texts.of("drawer"));
        bar.addClassName("lab-drawer-bar");
        body.addClassName("lab-drawer-body");
        body.setId("lab-drawer-body");
        size.addClassName("lab-drawer-size");
        size.addClickListener(_ -> enlarge(!large));
        bar.add(size);
        add(bar, body);
        enlarge(false);
        shut();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(REMEMBER).then(String.class, this::openAgain);
    }

    private void openAgain(@Nullable String id) {
        buttons.keySet().stream()
                .filter(pane -> pane.id().equals(id))
                .findFirst()
                .ifPresent(this::open);
    }

    /** Adds what can be opened. */
    public void add(Pane pane) {
        NativeButton button = new NativeButton(name(pane), _ -> toggle(pane));
        button.getElement().setAttribute("aria-controls", "lab-drawer-body");
        button.getElement().setAttribute("aria-expanded", "false");
        button.setTitle(texts.of("drawer." + pane.id() + ".help"));
        buttons.put(pane, button);
        bar.addComponentAtIndex(buttons.size() - 1, button);
    }

    /** Opens each pane, and does what can be done in it, for the palette. */
    public List<Action> actions() {
        return Stream.concat(
                        buttons.keySet().stream().map(this::opening),
                        buttons.keySet().stream().map(Pane::actions).flatMap(List::stream))
                .toList();
    }

    private Action opening(Pane pane) {
        return Action.named(Area.VIEW, "open." + pane.id(), name(pane), () -> open(pane))
                .found(texts.of("drawer." + pane.id() + ".help"))
                .onWideScreens();
    }

    private String name(Pane pane) {
        return texts.of("drawer." + pane.id());
    }

    /** Another run is on the page, or none. */
    public void showRun(Optional<Run> shown) {
        run = shown;
        if (open != null) {
            open.show(run);
        }
    }

    private void toggle(Pane pane) {
        if (pane.equals(open)) {
            shut();
        } else {
            open(pane);
        }
    }

    /** Hears that a pane is opened. */
    public void onOpen(Runnable listener) {
        onOpen = listener;
    }

    /** Opens the pane, unless it is open. */
    public void open(Pane pane) {
        onOpen.run();
        if (!pane.equals(open)) {
            shut();
            open = pane;
            body.add(help(pane), pane);
            mark(true);
            pane.show(run);
        }
    }

    private Div help(Pane pane) {
        Paragraph words = new Paragraph(texts.of("drawer." + pane.id() + ".help"));
        HelpMark mark = new HelpMark(texts, name(pane), List.of("pane." + pane.id()));
        Div help = new Div(words, mark);
        help.addClassName("lab-drawer-help");
        return help;
    }

    private void shut() {
        if (open != null) {
            open.hide();
        }
        open = null;
        body.removeAll();
        mark(false);
    }

    private void mark(boolean opened) {
        // Not setVisible: what is taken out of a part that is not visible stays on the page.
        body.getElement().setAttribute("hidden", !opened);
        size.setVisible(opened);
        getElement().setAttribute("data-open", opened);
        getElement().setAttribute("data-pane", open == null ? "" : open.id());
        buttons.forEach((pane, button) ->
                button.getElement().setAttribute("aria-expanded", "" + pane.equals(open)));
    }

    private void enlarge(boolean enlarged) {
        large = enlarged;
        getElement().setAttribute("data-large", large);
        String key = large ? "drawer.smaller" : "drawer.larger";
        size.removeAll();
        size.add(Icon.DOWN.create());
        size.setAriaLabel(texts.of(key));
        size.setTitle(texts.of(key));
    }
}

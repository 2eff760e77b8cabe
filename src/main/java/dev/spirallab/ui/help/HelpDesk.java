package dev.spirallab.ui.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.react.ReactAdapterComponent;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Toast;
import java.util.List;

/**
 * The command palette, the keyboard shortcuts and their list, the explanations and the tour of a
 * page: all that helps to find one's way. One on a page; it shows nothing until it is asked.
 */
@Tag("help-desk")
@NpmPackage(value = "driver.js", version = "1.8.0")
@NpmPackage(value = "fuzzysort", version = "4.0.2")
@NpmPackage(value = "temml", version = "0.13.5")
@JsModule("./help/help-desk.tsx")
@Uses(Popover.class)
public final class HelpDesk extends ReactAdapterComponent {
    private final Texts texts;
    private final Actions actions;

    /** Adds its own actions to the table. */
    public HelpDesk(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
        actions.add(help("palette", this::openPalette).keys("Mod+K"));
        actions.add(help("keys", this::showKeys).keys("?"));
        actions.add(help("tour", this::startTour));
        actions.onChange(this::showActions);
        getElement()
                .addEventListener(
                        "run-action",
                        event ->
                                actions.run(event.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
        getElement().addEventListener("palette-opened", _ -> showActions());
        getElement().addEventListener("tour-postponed", _ -> tellOfTour());
        showActions();
    }

    private Action help(String id, Runnable run) {
        return Action.of(texts, Area.HELP, id, run);
    }

    private void showActions() {
        setState("actions", actions.all().stream().map(Row::of).toList());
    }

    public void openPalette() {
        getElement().callJsFunction("openPalette");
    }

    public void showKeys() {
        getElement().callJsFunction("showKeys");
    }

    public void startTour() {
        getElement().callJsFunction("startTour");
    }

    private void tellOfTour() {
        Toast toast = new Toast(texts, texts.of("help.tour.offer"));
        toast.offer(texts.of("help.tour.show"), this::startTour);
        toast.open();
    }

    /**
     * Starts the tour, unless this browser has seen it; says where it is if somebody has begun to
     * work already.
     */
    public void offerTour() {
        getElement().callJsFunction("offerTour");
    }

    /** An action as the browser knows it; what is empty is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Row(
            String id,
            String area,
            String name,
            String words,
            List<String> keys,
            boolean enabled,
            boolean wide) {
        static Row of(Action action) {
            return new Row(
                    action.id(),
                    action.area().key(),
                    action.name(),
                    action.words(),
                    action.keys(),
                    action.enabled().getAsBoolean(),
                    action.wide());
        }
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.spirallab.i18n.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where there is no room for everything at once, chooses what is shown beside the boundary. The
 * style sheet decides how much room there is, and hides this where it is not needed.
 */
final class Places extends Div {
    /** What can be shown. */
    enum Place {
        CURVES("workbench.curves"),
        TRAINING("workbench.console"),
        MODEL("workbench.model"),
        DATA("workbench.data");

        private final String key;

        Place(String key) {
            this.key = key;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Place, NativeButton> buttons = new EnumMap<>(Place.class);
    private final Component furnished;

    /**
     * @param furnished carries the choice for the style sheet
     */
    Places(Texts texts, Component furnished) {
        this.furnished = furnished;
        addClassNames("lab-places", "lab-segments");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", texts.of("workbench.places"));
        for (Place place : Place.values()) {
            NativeButton button = new NativeButton(texts.of(place.key), _ -> choose(place));
            button.addClassName("lab-place-" + place.id());
            buttons.put(place, button);
            add(button);
        }
        choose(Place.MODEL);
    }

    /** A phone begins with what the run shows. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs("return matchMedia('(width < 44rem)').matches")
                .then(Boolean.class, phone -> choose(phone ? Place.CURVES : Place.MODEL));
    }

    /** What lies below the model was opened; a phone has none of it, and stays where it is. */
    void turnToModel() {
        getElement()
                .executeJs("return matchMedia('(width < 44rem)').matches")
                .then(
                        Boolean.class,
                        phone -> {
                            if (!phone) {
                                choose(Place.MODEL);
                            }
                        });
    }

    private void choose(Place chosen) {
        furnished.getElement().setAttribute("data-place", chosen.id());
        buttons.forEach((place, button) ->
                button.getElement().setAttribute("aria-pressed", "" + (place == chosen)));
    }
}

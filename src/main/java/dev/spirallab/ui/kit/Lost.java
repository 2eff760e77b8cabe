package dev.spirallab.ui.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.i18n.Texts;

/** Says that what was asked for is not here, and leads back to the bench. */
public final class Lost extends Div {
    /**
     * @param key of the heading; its {@code .hint} says more
     */
    public Lost(Texts texts, String key) {
        this(texts, key, texts.of(key + ".hint"));
    }

    /**
     * @param key of the heading
     * @param hint what says more
     */
    public Lost(Texts texts, String key, String hint) {
        addClassName("lab-lost");
        Anchor home = new Anchor("/", texts.of("workbench.home"));
        home.setRouterIgnore(true);
        home.addClassName("lab-lost-home");
        add(new Image("icons/mark.svg", ""), new H1(texts.of(key)), new Paragraph(hint), home);
    }

    /** The page's title where there is nothing else to see. */
    public static String title(Texts texts, String key) {
        return texts.of(key) + " - " + texts.of("workbench.name");
    }
}

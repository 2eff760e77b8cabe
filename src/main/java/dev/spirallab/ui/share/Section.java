package dev.spirallab.ui.share;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A part of the share dialog. */
abstract class Section extends Div {
    private final String heading;

    /**
     * @param heading key of its heading; {@code .hint} says more
     */
    Section(String heading, String hint) {
        this.heading = heading;
        addClassName("lab-share-section");
        add(new Paragraph(hint));
    }

    String heading() {
        return heading;
    }

    /**
     * @param base what links begin with from now on
     */
    abstract void at(String base);
}

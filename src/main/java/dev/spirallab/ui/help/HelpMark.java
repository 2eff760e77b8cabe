package dev.spirallab.ui.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.spirallab.i18n.Texts;
import java.util.List;

/**
 * A quiet question mark beside something that can be set; it explains it when clicked. The page's
 * {@link HelpDesk} does so, whoever made the mark: any button with these attributes is one.
 */
public final class HelpMark extends NativeButton {

    /**
     * @param name of what is explained, in the reader's words
     * @param topics keys of the explanation; the first that there is counts
     */
    public HelpMark(Texts texts, String name, List<String> topics) {
        super("?");
        addClassName("lab-why");
        setAriaLabel(texts.of("help.about", "name", name));
        setTopics(topics);
    }

    public void setTopics(List<String> topics) {
        getElement().setAttribute("data-explains", String.join(" ", topics));
    }

    /** Explains too what is chosen of several, such as {@code optimizer.adam}. */
    public void setChosen(String topic) {
        getElement().setAttribute("data-chosen", topic);
    }

    /**
     * The field with a mark beside it.
     *
     * @param key of the field's name in the bundles
     * @param topic key of the explanation
     */
    public static Div beside(Texts texts, Component field, String key, String topic) {
        return new HelpMark(texts, texts.of(key), List.of(topic)).beside(field);
    }

    /** The field with the mark at the end of its label's line, where it takes no room. */
    public Div beside(Component field) {
        Div asked = new Div(field, this);
        asked.addClassName("lab-asked");
        return asked;
    }
}

package dev.spirallab.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.util.Locale;

/** A date and time of day, in the reader's own time and way of writing. */
@Tag("time")
public final class When extends HtmlComponent {
    private static final String WRITE =
            """
            this.textContent = new Date(this.dateTime).toLocaleString($0,
                { dateStyle: 'medium', timeStyle: 'short' });
            """;

    private final Locale locale;

    public When(Instant instant, Locale locale) {
        this.locale = locale;
        getElement().setAttribute("datetime", instant.toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(WRITE, locale.toLanguageTag());
    }
}

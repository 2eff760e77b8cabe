package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A view of one run. The browser fetches the run's frames itself, over one connection for all views
 * of the run on the page; nothing of it passes through the session. The texts follow the locale.
 */
abstract class RunComponent extends Component implements HasSize, HasStyle, LocaleChangeObserver {
    private static final String RUN_ID = "run-id";

    /**
     * @param runId the run to watch, or null for none
     */
    public void setRunId(@Nullable String runId) {
        if (runId == null) {
            getElement().removeAttribute(RUN_ID);
        } else {
            getElement().setAttribute(RUN_ID, runId);
        }
    }

    /**
     * @return the run that is watched, or null
     */
    public @Nullable String getRunId() {
        return getElement().getAttribute(RUN_ID);
    }

    /**
     * @param subject what the run is about: stands in the titles of saved pictures
     */
    public void setSubject(String subject) {
        getElement().setProperty("subject", requireNonNull(subject, "subject"));
    }

    /**
     * @return what the run is about
     */
    public String getSubject() {
        return getElement().getProperty("subject", "");
    }

    /** The reader's browser saves what is shown as a file. */
    public void save(FileKind as) {
        getElement()
                .executeJs(
                        "this.dispatchEvent(new CustomEvent('give-away', { detail: $0 }))",
                        as.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setAttribute("lang", event.getLocale().toLanguageTag());
    }
}

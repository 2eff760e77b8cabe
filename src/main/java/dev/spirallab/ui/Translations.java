package dev.spirallab.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.spirallab.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives Vaadin the texts of the bundles; a {@code Map} as the only parameter names the arguments.
 */
@Component
class Translations implements I18NProvider {
    private final transient Messages messages;

    Translations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return messages.text(locale, key, arguments(parameters));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> arguments(Object... parameters) {
        return parameters.length == 1 && parameters[0] instanceof Map<?, ?> named
                ? (Map<String, String>) named
                : Map.of();
    }
}

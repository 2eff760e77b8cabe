package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import java.util.List;
import java.util.Locale;

/** Goes over to the other language; the browser keeps the choice. */
final class LanguageSwitch extends Button {
    LanguageSwitch(Texts texts) {
        Locale other =
                texts.locale().getLanguage().equals("zh")
                        ? Locale.ENGLISH
                        : Locale.SIMPLIFIED_CHINESE;
        String name = other.getLanguage().equals("zh") ? "中文" : "English";
        setText(other.getLanguage().equals("zh") ? "中" : "EN");
        setTooltipText(name);
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("lang", other.toLanguageTag());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("lab-language");
        addClickListener(_ -> choose(other));
    }

    /** What it does, for the palette. */
    static List<Action> actions(Texts texts) {
        return Messages.LOCALES.stream()
                .map(locale -> {
                    String id = "language." + locale.getLanguage();
                    return Action.of(texts, Area.VIEW, id, () -> choose(locale));
                })
                .toList();
    }

    private static void choose(Locale locale) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        """
                        document.cookie = `${$0}=${$1}; path=/; max-age=31536000; samesite=lax`;
                        location.reload();
                        """,
                        Languages.COOKIE,
                        locale.toLanguageTag());
    }
}

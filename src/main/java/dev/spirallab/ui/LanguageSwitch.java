package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.spirallab.i18n.Texts;
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

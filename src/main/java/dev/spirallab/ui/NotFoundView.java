package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Lost;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page. */
class NotFoundView extends RouteNotFoundError implements HasDynamicTitle {
    private static final String KEY = "workbench.notFound";

    private final transient Messages messages;

    NotFoundView(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Texts texts = new Texts(messages, event.getUI().getLocale());
        getElement().appendChild(new Main(new Lost(texts, KEY)).getElement());
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Lost.title(new Texts(messages, UI.getCurrent().getLocale()), KEY);
    }
}

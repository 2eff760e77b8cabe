package dev.spirallab.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Lost;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page. */
class NotFoundView extends RouteNotFoundError {
    private final transient Messages messages;

    NotFoundView(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Texts texts = new Texts(messages, event.getUI().getLocale());
        getElement().appendChild(new Main(new Lost(texts, "workbench.notFound")).getElement());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}

package dev.spirallab.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.spirallab.experiment.LinkToken;

/** The page that a short link leads to. */
@Route("x/:token")
class LinkView extends BenchPage {
    private LinkToken token = new LinkToken("");

    LinkView(Services services) {
        super(services);
    }

    @Override
    void come(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").map(LinkToken::new).orElse(token);
    }

    @Override
    void come(Visit visit) {
        new Showing(visit, services())
                .linked(token)
                .ifPresentOrElse(shown -> show(visit, shown), () -> lost(visit, "share.link.lost"));
    }
}

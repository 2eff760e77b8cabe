package dev.spirallab.ui.mine;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.spirallab.account.Recovery;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;

/**
 * Whom a page belongs to.
 *
 * @param save keeps what has not been kept yet
 */
record Reader(Texts texts, Accounts accounts, OwnerId owner, Runnable save) {

    int experiments() {
        return accounts.experiments().list(owner).size();
    }

    boolean hasCode() {
        return accounts.codes().exists(owner);
    }

    String newCode() {
        return accounts.codes().create(owner);
    }

    Recovery recover(String typed, boolean bringing) {
        save.run();
        return accounts.owners()
                .recover(
                        VaadinServletRequest.getCurrent(),
                        VaadinServletResponse.getCurrent(),
                        typed,
                        bringing);
    }

    /** From now on this browser is somebody new. */
    void forget() {
        save.run();
        accounts.owners()
                .forget(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
        OpenPages.beginAnew("");
    }

    void delete() {
        save.run();
        accounts.mine().delete(owner);
        accounts.owners()
                .forget(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
        OpenPages.beginAnew(texts.of("mine.deleted"));
    }
}

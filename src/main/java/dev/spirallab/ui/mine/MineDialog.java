package dev.spirallab.ui.mine;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.ui.kit.Sheet;
import java.util.stream.Stream;

/** What the server knows of the reader: to take along, to take away, to leave, and to delete. */
public final class MineDialog extends Sheet {

    /**
     * @param save keeps what has not been kept yet
     */
    public MineDialog(Texts texts, Accounts accounts, OwnerId owner, Runnable save) {
        super(texts, "lab-account", texts.of("mine.title"));
        Reader reader = new Reader(texts, accounts, owner, save);
        MovePart move = new MovePart(reader);
        CodePart code = new CodePart(reader);
        ForgetPart forget = new ForgetPart(reader, code::make);
        code.onMade(() -> {
            move.show();
            forget.show();
        });
        add(known(texts), code, move, forget);
        add(new TokenPart(reader), new ExportPart(reader), new DeletePart(reader));
    }

    private static UnorderedList known(Texts texts) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lab-account-known");
        Stream.of("browser", "cookie", "nothing")
                .map(fact -> new ListItem(texts.of("mine.known." + fact)))
                .forEach(list::add);
        return list;
    }
}

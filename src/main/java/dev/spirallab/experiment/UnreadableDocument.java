package dev.spirallab.experiment;

/** A document is stored that this version cannot read. */
public final class UnreadableDocument extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDocument(String why) {
        super(why);
    }
}

package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;

/** What became of a recovery code that somebody typed. */
public sealed interface Recovery {

    /** This browser is that owner from now on; open pages of it should be loaded anew. */
    record Moved(OwnerId owner) implements Recovery {}

    /** A letter is wrong, missing or too many. */
    record Mistyped() implements Recovery {}

    /** There is no such code, or a newer one has taken its place. */
    record Unknown() implements Recovery {}

    /** Too many wrong codes were tried. */
    record Refused(Refusal refusal) implements Recovery {}
}

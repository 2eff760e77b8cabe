package dev.spirallab.owner;

/**
 * Something that keeps things for owners. Every bean of this type is told when an owner's things
 * become another's or are to vanish, all of them in one transaction.
 */
public interface Belongings {

    /** What was the one's is the other's from now on; nothing is lost, even over limits. */
    void move(OwnerId from, OwnerId to);

    /** Deletes everything of an owner. */
    void delete(OwnerId owner);

    /** Deletes what nobody has any more, after the transaction in which owners lost it. */
    default void tidy() {}
}

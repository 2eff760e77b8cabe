package dev.spirallab.account;

/** What became of an attempt to name a secret. */
public sealed interface Guess<T> {

    /** There is such a secret, and this is what it leads to. */
    record Right<T>(T value) implements Guess<T> {}

    /** There is none. */
    record Wrong<T>() implements Guess<T> {}

    /** After too many wrong ones none is looked at for a while. */
    record TooMany<T>(Refusal refusal) implements Guess<T> {}
}

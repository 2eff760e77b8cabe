package dev.spirallab.run;

import dev.spirallab.owner.RandomBits;

/**
 * The name of a run, and the key to it: who knows it may watch.
 *
 * @param value 128 random bits in the URL-safe Base64 alphabet
 */
public record RunId(String value) {
    /** Whether it looks like a name at all. */
    boolean wellFormed() {
        return RandomBits.isText(value);
    }

    static RunId random() {
        return new RunId(RandomBits.text());
    }
}

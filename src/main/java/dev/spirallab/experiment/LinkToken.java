package dev.spirallab.experiment;

import dev.spirallab.owner.RandomBits;

/**
 * The secret part of a link: 128 random bits in base64url. Only its hash is stored.
 *
 * @param value 22 letters, digits, {@code -} and {@code _}
 */
public record LinkToken(String value) {
    static LinkToken random() {
        return new LinkToken(RandomBits.text());
    }

    /** Whether it looks like a token at all. */
    public boolean wellFormed() {
        return RandomBits.isText(value);
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}

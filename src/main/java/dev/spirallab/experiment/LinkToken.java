package dev.spirallab.experiment;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret part of a link: 128 random bits in base64url. Only its hash is stored.
 *
 * @param value 22 letters, digits, {@code -} and {@code _}
 */
public record LinkToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    static LinkToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it looks like a token at all. */
    public boolean wellFormed() {
        return FORM.matcher(value).matches();
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}

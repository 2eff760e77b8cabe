package dev.spirallab.run;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The name of a run, and the key to it: who knows it may watch.
 *
 * @param value 128 random bits in the URL-safe Base64 alphabet
 */
public record RunId(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** Whether it looks like a name at all. */
    boolean wellFormed() {
        return FORM.matcher(value).matches();
    }

    static RunId random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new RunId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}

package dev.spirallab.owner;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bits that nobody guesses: who knows them may come in. */
public final class RandomBits {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{22}");

    private RandomBits() {}

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 128 bits in 22 letters, digits, {@code -} and {@code _}: the URL-safe Base64 alphabet. */
    public static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** Whether it looks like such a text at all. */
    public static boolean isText(String value) {
        return TEXT.matcher(value).matches();
    }
}

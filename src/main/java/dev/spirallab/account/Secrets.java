package dev.spirallab.account;

import dev.spirallab.spec.Sha256;
import java.security.SecureRandom;

/** Random secrets, and what is stored of them. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * SHA-256 in 64 hexadecimal digits. It is no password hash, and need not be: what is hashed has
     * 128 random bits or more.
     */
    static String hash(String secret) {
        return Sha256.of(secret);
    }
}

package dev.spirallab.account;

import dev.spirallab.spec.Sha256;

/** What is stored of secrets. */
final class Secrets {
    private Secrets() {}

    /**
     * SHA-256 in 64 hexadecimal digits. It is no password hash, and need not be: what is hashed has
     * 128 random bits or more.
     */
    static String hash(String secret) {
        return Sha256.of(secret);
    }
}

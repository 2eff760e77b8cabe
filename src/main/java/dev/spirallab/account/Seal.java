package dev.spirallab.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs what this server hands out, in base64url: the content, then the first bytes of HMAC-SHA256
 * over purpose and content. What was signed for one purpose is worth nothing for another.
 */
@Component
class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    Seal(ServerSecret secret) {
        key = new SecretKeySpec(secret.key(), ALGORITHM);
    }

    /** What is signed, for what, and how much of it is content and how much signature. */
    record Form(String purpose, int content, int mac) {
        private int whole() {
            return content + mac;
        }
    }

    String write(Form form, byte[] content) {
        byte[] whole = Arrays.copyOf(content, form.whole());
        System.arraycopy(mac(form, content), 0, whole, form.content(), form.mac());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The content; empty for anything that this server has not signed. */
    Optional<byte[]> read(Form form, String value) {
        return decoded(value)
                .filter(whole -> whole.length == form.whole())
                .filter(whole -> genuine(form, whole))
                .map(whole -> Arrays.copyOf(whole, form.content()));
    }

    private static Optional<byte[]> decoded(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** In a time that does not depend on where a forged one differs. */
    private boolean genuine(Form form, byte[] whole) {
        byte[] found = Arrays.copyOfRange(whole, form.content(), form.whole());
        return MessageDigest.isEqual(mac(form, Arrays.copyOf(whole, form.content())), found);
    }

    private byte[] mac(Form form, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(form.purpose().getBytes(UTF_8));
            return Arrays.copyOf(mac.doFinal(content), form.mac());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

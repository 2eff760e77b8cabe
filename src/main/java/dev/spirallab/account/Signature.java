package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the value of the owner's cookie, in base64url: 16 bytes of id, 8 of the time in
 * seconds, 32 of HMAC-SHA256 over both.
 */
@Component
class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CONTENT = 24;
    private static final int WHOLE = CONTENT + 32;
    private final SecretKeySpec key;

    Signature(ServerSecret secret) {
        key = new SecretKeySpec(secret.key(), ALGORITHM);
    }

    String write(SignedOwner owner) {
        UUID id = owner.owner().value();
        ByteBuffer content =
                ByteBuffer.allocate(CONTENT)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(owner.signed().getEpochSecond());
        byte[] whole = Arrays.copyOf(content.array(), WHOLE);
        System.arraycopy(mac(content.array()), 0, whole, CONTENT, WHOLE - CONTENT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for anything that this server has not signed. */
    Optional<SignedOwner> read(String value) {
        return decoded(value)
                .filter(whole -> whole.length == WHOLE)
                .filter(this::genuine)
                .map(Signature::content);
    }

    private static Optional<byte[]> decoded(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** In a time that does not depend on where a forged one differs. */
    private boolean genuine(byte[] whole) {
        byte[] found = Arrays.copyOfRange(whole, CONTENT, WHOLE);
        return MessageDigest.isEqual(mac(Arrays.copyOf(whole, CONTENT)), found);
    }

    private static SignedOwner content(byte[] whole) {
        ByteBuffer content = ByteBuffer.wrap(whole);
        OwnerId owner = new OwnerId(new UUID(content.getLong(), content.getLong()));
        return new SignedOwner(owner, Instant.ofEpochSecond(content.getLong()));
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

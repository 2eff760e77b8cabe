package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the value of the owner's cookie: 16 bytes of id, 8 of the time in seconds, 32 of
 * the server's {@link Seal}.
 */
@Component
class Signature {
    /** Without a purpose, as cookies were signed before anything else was. */
    private static final Seal.Form FORM = new Seal.Form("", 24, 32);

    private final Seal seal;

    Signature(Seal seal) {
        this.seal = seal;
    }

    String write(SignedOwner owner) {
        UUID id = owner.owner().value();
        ByteBuffer content =
                ByteBuffer.allocate(FORM.content())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(owner.signed().getEpochSecond());
        return seal.write(FORM, content.array());
    }

    /** Empty for anything that this server has not signed. */
    Optional<SignedOwner> read(String value) {
        return seal.read(FORM, value).map(Signature::content);
    }

    private static SignedOwner content(byte[] bytes) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        OwnerId owner = new OwnerId(new UUID(content.getLong(), content.getLong()));
        return new SignedOwner(owner, Instant.ofEpochSecond(content.getLong()));
    }
}

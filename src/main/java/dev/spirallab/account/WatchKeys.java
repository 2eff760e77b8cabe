package dev.spirallab.account;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keys to watching an experiment: who has one may look at whichever run its owner shows. A key is
 * the id of a {@link dev.spirallab.experiment.Watch} and 128 bits of the server's {@link Seal}, so
 * that it can be told again, and holds until that is revoked.
 */
@Component
public class WatchKeys {
    private static final Seal.Form FORM = new Seal.Form("watch", 16, 16);
    private final Seal seal;

    WatchKeys(Seal seal) {
        this.seal = seal;
    }

    /** 43 characters that an address takes as they are. */
    public String write(UUID watch) {
        ByteBuffer content =
                ByteBuffer.allocate(FORM.content())
                        .putLong(watch.getMostSignificantBits())
                        .putLong(watch.getLeastSignificantBits());
        return seal.write(FORM, content.array());
    }

    /** Empty for anything that this server has not signed. */
    public Optional<UUID> read(String key) {
        return seal.read(FORM, key)
                .map(ByteBuffer::wrap)
                .map(content -> new UUID(content.getLong(), content.getLong()));
    }
}

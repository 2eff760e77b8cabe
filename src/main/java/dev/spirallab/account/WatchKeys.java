package dev.spirallab.account;

import dev.spirallab.experiment.ExperimentId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keys to watching an experiment: who has one may look at whichever run its owner shows. A key is
 * the experiment's id and 128 bits of the server's {@link Seal}, so there is nothing to keep, and
 * it holds as long as the experiment is there.
 */
@Component
public class WatchKeys {
    private static final Seal.Form FORM = new Seal.Form("watch", 16, 16);
    private final Seal seal;

    WatchKeys(Seal seal) {
        this.seal = seal;
    }

    /** 43 characters that an address takes as they are. */
    public String write(ExperimentId experiment) {
        ByteBuffer content =
                ByteBuffer.allocate(FORM.content())
                        .putLong(experiment.value().getMostSignificantBits())
                        .putLong(experiment.value().getLeastSignificantBits());
        return seal.write(FORM, content.array());
    }

    /** Empty for anything that this server has not signed. */
    public Optional<ExperimentId> read(String key) {
        return seal.read(FORM, key)
                .map(ByteBuffer::wrap)
                .map(content -> new UUID(content.getLong(), content.getLong()))
                .map(ExperimentId::new);
    }
}

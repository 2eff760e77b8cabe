package dev.spirallab.ui.share;

import dev.spirallab.i18n.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an embedded page may let its readers touch or see; the boundary is always there. */
public enum Control {
    PLAY,
    STEP,
    RESET,
    SPEED,
    RATE,
    OPTIMIZER,
    ACTIVATION,
    BATCH,
    L1,
    L2,
    DATA,
    NOISE,
    POINTS,
    HELDOUT,
    CLASSES,
    FEATURES,
    FIGURES,
    CURVE,
    GRAPH;

    /** Its name in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Control> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    String label(Texts texts) {
        return texts.of("share.control." + code());
    }
}

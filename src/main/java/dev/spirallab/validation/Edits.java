package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import java.util.List;

/** Carries out the edits of a fix. */
public final class Edits {
    private Edits() {}

    /** The experiment after the edits, one after the other; an edit of what is not there does nothing. */
    public static Experiment apply(Experiment experiment, List<Edit> edits) {
        throw new UnsupportedOperationException("soon: " + experiment + edits);
    }
}

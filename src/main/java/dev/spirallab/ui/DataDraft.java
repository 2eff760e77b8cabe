package dev.spirallab.ui;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import java.util.Optional;

/** Data in the making, from files that somebody brings. */
sealed interface DataDraft permits TableDraft, ImageDraft {

    /** Why nothing can be made of the files. */
    Optional<Problem> problem();

    /** What is made of them as it is now. */
    Optional<? extends DatasetSpec> dataset();
}

package dev.spirallab.api;

import dev.spirallab.run.Mark;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;

/**
 * What is noted of a run.
 *
 * @param starred whether it stands out, and goes last where there are too many
 * @param note plain text
 */
public record MarkBody(
        @Default("false") boolean starred, @Default("\"\"") @Size(max = Mark.LONGEST) String note)
        implements Body {
    Mark mark() {
        return new Mark(starred, note);
    }
}

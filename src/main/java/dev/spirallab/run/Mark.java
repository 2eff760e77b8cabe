package dev.spirallab.run;

/**
 * What somebody notes of a run.
 *
 * @param starred whether it stands out, and goes last where there are too many
 * @param note at most {@link #LONGEST} characters
 */
public record Mark(boolean starred, String note) {
    public static final Mark NONE = new Mark(false, "");

    /** A note has at most so many characters. */
    public static final int LONGEST = 500;

    public Mark {
        if (note.length() > LONGEST) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters");
        }
    }

    public Mark withStarred(boolean changed) {
        return new Mark(changed, note);
    }

    /** What is too long is cut. */
    public Mark withNote(String changed) {
        return new Mark(starred, changed.substring(0, Math.min(LONGEST, changed.length())));
    }
}

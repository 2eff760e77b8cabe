package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;

/**
 * A file that examples are read from.
 *
 * @param sha256 of its bytes: 64 hexadecimal digits in lower case; by it the file is found
 * @param name what it was called, for people
 */
public record Content(
        @Size(min = 64, max = 64) String sha256,
        @Default("\"\"") @Size(max = Content.LONGEST_NAME) String name) {
    /** A name has at most so many characters. */
    public static final int LONGEST_NAME = 200;
}

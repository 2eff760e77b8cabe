package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Problem;
import java.io.IOException;
import java.io.InputStream;

/**
 * Files that people bring to learn from. Equal ones are kept once. A file stays while anything that
 * is kept learns from it, and for a day after it was brought.
 */
public interface Uploads {

    /** What became of a file. */
    sealed interface Uploading {
        /**
         * It is kept.
         *
         * @param hash by which documents name it
         */
        record Done(String hash) implements Uploading {}

        /** There is no room for it; the problem says what to do. */
        record Refused(Problem problem) implements Uploading {}
    }

    Uploading add(OwnerId owner, byte[] content);

    /**
     * The same for a file that is still on its way; while it is, it takes no memory. No more is
     * read of it than a file may have.
     *
     * @throws IOException if it breaks off
     */
    Uploading add(OwnerId owner, InputStream content) throws IOException;
}

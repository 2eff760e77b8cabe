package dev.spirallab.dataset;

import java.util.Optional;

/**
 * Files that data sets are read from, by the SHA-256 of their bytes. Who knows the hash may read:
 * it stands in every experiment that learns from the file.
 */
@FunctionalInterface
public interface Contents {
    /** No file at all. */
    Contents NONE = _ -> Optional.empty();

    /**
     * @param hash 64 hexadecimal digits in lower case
     * @return the bytes whose hash it is; nobody changes them
     */
    Optional<byte[]> find(String hash);
}

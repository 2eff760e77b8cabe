package dev.spirallab.api;

/**
 * A file that was brought.
 *
 * @param sha256 by which it is known from now on; whoever knows it may read the file
 */
record FileAnswer(String sha256) {}

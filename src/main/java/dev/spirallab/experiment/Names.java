package dev.spirallab.experiment;

/** Names of experiments and versions, as a column of a database takes them. */
final class Names {
    /** A name has at most so many characters. */
    static final int LONGEST = Version.LONGEST_NAME;

    private static final String UNKNOWN = "\uFFFD";

    private Names() {}

    /** Without what not every database can hold: zero characters and halves of characters. */
    static String storable(String name) {
        StringBuilder storable = new StringBuilder(name.length());
        name.codePoints()
                .forEach(character -> {
                    if (character == 0 || isHalf(character)) {
                        storable.append(UNKNOWN);
                    } else {
                        storable.appendCodePoint(character);
                    }
                });
        return storable.toString();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}

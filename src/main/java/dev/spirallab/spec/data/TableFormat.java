package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;

/**
 * How a table is written in its file.
 *
 * @param quote what may stand around a cell; within such a cell it is written twice
 * @param header whether the first row names the columns
 */
public record TableFormat(
        @Default("\"comma\"") Delimiter delimiter,
        @Default("\"quotes\"") Quote quote,
        @Default("\"utf8\"") Encoding encoding,
        @Default("true") boolean header) {

    /** What stands between two cells. */
    public enum Delimiter {
        comma(','),
        semicolon(';'),
        tab('\t'),
        pipe('|');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        public char character() {
            return character;
        }
    }

    /** What cells are put between that have delimiters or ends of lines in them. */
    public enum Quote {
        quotes('"'),
        apostrophes('\''),
        /** Nothing: quotes are characters as others are. */
        none('\uffff');

        private final char character;

        Quote(char character) {
            this.character = character;
        }

        /** One that no text has, for none. */
        public char character() {
            return character;
        }
    }

    /** What bytes the characters are. */
    public enum Encoding {
        utf8("UTF-8"),
        /** With a byte order mark. */
        utf16("UTF-16"),
        /** Chinese; GBK and GB2312 are part of it. */
        gb18030("GB18030"),
        /** Western European. */
        windows1252("windows-1252");

        private final String charset;

        Encoding(String charset) {
            this.charset = charset;
        }

        /** Its name in Java and elsewhere. */
        public String charset() {
            return charset;
        }
    }
}

package dev.spirallab.dataset.table;

import dev.spirallab.spec.data.TableFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Which characters the bytes of a file are. */
final class Encodings {
    private static final int BUFFER = 8192;

    private Encodings() {}

    /**
     * The first of UTF-16 with a byte order mark, UTF-8, GB18030 and Windows-1252 that all bytes
     * are good for; none if they are no text.
     */
    static Optional<Encoding> detect(byte... bytes) {
        return isUtf16(bytes)
                ? Optional.of(Encoding.utf16)
                : Stream.of(Encoding.utf8, Encoding.gb18030, Encoding.windows1252)
                        .filter(encoding -> badLine(bytes, encoding).isEmpty())
                        .findFirst();
    }

    private static boolean isUtf16(byte... bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** The characters without a byte order mark; bytes that are none make reading fail. */
    static Reader reader(byte[] bytes, Encoding encoding) {
        byte[] mark = mark(encoding);
        boolean marked =
                bytes.length >= mark.length
                        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
        int from = marked ? mark.length : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, from, bytes.length - from), decoder(encoding));
    }

    /** What is left for us to skip. */
    private static byte[] mark(Encoding encoding) {
        return switch (encoding) {
            case utf8 -> new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
            case gb18030 -> new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
            case utf16, windows1252 -> new byte[0];
        };
    }

    /** The first line with bytes that are no characters of a text, counted from 1. */
    static OptionalLong badLine(byte[] bytes, Encoding encoding) {
        CharsetDecoder decoder = decoder(encoding);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long line = 1;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                char next = out.get();
                if (next == 0) {
                    return OptionalLong.of(line);
                }
                line += next == '\n' ? 1 : 0;
            }
            out.clear();
        } while (result.isOverflow());
        return result.isError() ? OptionalLong.of(line) : OptionalLong.empty();
    }

    private static CharsetDecoder decoder(Encoding encoding) {
        return Charset.forName(encoding.charset())
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}

package dev.spirallab.account;

import dev.spirallab.owner.RandomBits;
import dev.spirallab.spec.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A recovery code as people write it down: 26 random characters of Crockford's Base32 (130 bits)
 * and two that check them, in groups of four.
 *
 * @param value the 28 characters
 */
record RecoveryCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 26;
    private static final int GROUP = 4;

    static RecoveryCode random() {
        byte[] bytes = RandomBits.bytes(RANDOM);
        String body =
                IntStream.range(0, RANDOM)
                        .mapToObj(at -> letter(bytes[at]))
                        .collect(Collectors.joining());
        return new RecoveryCode(body + check(body));
    }

    /**
     * @param typed upper or lower case, O for 0, I and L for 1, with any spaces and dashes
     * @return empty if it has a mistake
     */
    static Optional<RecoveryCode> parse(String typed) {
        String plain =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}\\p{Cf}\\p{Z}]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        return Optional.of(plain).filter(RecoveryCode::sound).map(RecoveryCode::new);
    }

    private static boolean sound(String code) {
        return code.length() == RANDOM + 2
                && code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && check(code.substring(0, RANDOM)).equals(code.substring(RANDOM));
    }

    private static String check(String body) {
        byte[] hash = HexFormat.of().parseHex(Sha256.of(body));
        return letter(hash[0]) + letter(hash[1]);
    }

    private static String letter(byte bits) {
        return ALPHABET.substring(bits & 31, (bits & 31) + 1);
    }

    String hash() {
        return Secrets.hash(value);
    }

    /** In groups, for reading. */
    String text() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}

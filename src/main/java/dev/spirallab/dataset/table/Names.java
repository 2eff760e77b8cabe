package dev.spirallab.dataset.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Names of columns: none empty, none twice, none too long. */
final class Names {
    private static final int LONGEST = 100;

    private Names() {}

    /** As the head of a table says, made distinct where need be. */
    static List<String> of(String... head) {
        List<String> names = new ArrayList<>(head.length);
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < head.length; column++) {
            String name = head[column].isEmpty() ? numbered(column) : cut(head[column]);
            String distinct = name;
            for (int count = 2; !taken.add(distinct); count++) {
                distinct = name + " (" + count + ")";
            }
            names.add(distinct);
        }
        return names;
    }

    /** For a table without a head. */
    static List<String> numbered(String... row) {
        return IntStream.range(0, row.length).mapToObj(Names::numbered).toList();
    }

    private static String numbered(int column) {
        return "column " + (column + 1);
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
}

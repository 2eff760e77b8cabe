package dev.spirallab.program;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives each node a name of its own in the program, as like its id as can be. No name has an
 * underscore, so that names made from two nodes ({@code hidden_weight}) never meet.
 */
final class Names {
    private static final Set<String> RESERVED =
            Set.of(
                    // Python
                    ("and as assert async await break class continue def del elif else except false"
                                    + " finally for from global if import in is lambda none nonlocal"
                                    + " not or pass raise return true try while with yield int float"
                                    + " bool str list dict tuple range len tensor torch ops self"
                                    + " annotate")
                            .split(" "));

    /** The program's own variables that have no underscore. */
    private static final Set<String> OWN =
            Set.of(
                    ("agreement average averaged b before change correct correction1 correction2"
                                    + " count decays difference factor first fresh g generator"
                                    + " grads i inputs l1 l2 largest length lengths logs loss losses m"
                                    + " mask missing maybe momenta momentum p pace part penalized place pull push rate"
                                    + " rates remembered rows s seed share side size sizes slowed spread"
                                    + " starts step sum t taken target targets total trust turned u v"
                                    + " velocity wanted weight y")
                            .split(" "));

    private final Set<String> taken = new HashSet<>();

    String of(String id) {
        String base = letters(id);
        String name = base;
        for (int i = 2; unusable(name); i++) {
            name = base + i;
        }
        taken.add(name.toLowerCase(Locale.ROOT));
        return name;
    }

    private static String letters(String id) {
        String kept = id.replaceAll("[^A-Za-z0-9]", "");
        return kept.matches("[A-Za-z].*") ? kept : "node" + kept;
    }

    private boolean unusable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || OWN.contains(lower) || taken.contains(lower);
    }
}

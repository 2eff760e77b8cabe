package dev.spirallab.program;

import dev.spirallab.program.Code.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the gradient of one batch in stages, a method each, so that others' turns come between
 * layers. Each is handed the values that it and later ones need of those before it, and hands on
 * those that are needed still; the last adds to {@code sums}.
 */
final class StageText {
    /** So far are the random numbers of a stage from those of the one before. */
    private static final int SEEDS = 1_000_003;

    private final Network network;
    private final GeneratedGradients gradients;
    private final BatchText batches;
    private final PortionText portions;

    StageText(GeneratedGradients gradients, BatchText batches, PortionText portions) {
        this.network = batches.network();
        this.gradients = gradients;
        this.batches = batches;
        this.portions = portions;
    }

    /**
     * @return how many stages there are
     */
    int write(Code code) {
        List<List<Line>> bodies = bodies();
        List<Line> before = lines(this::before);
        List<Line> views = lines(this::views);
        Set<String> defined = new LinkedHashSet<>();
        for (int stage = 0; stage < bodies.size(); stage++) {
            List<Line> body = bodies.get(stage);
            Set<String> later = new HashSet<>();
            bodies.subList(stage + 1, bodies.size())
                    .forEach(rest -> rest.forEach(line -> later.addAll(line.used())));
            List<String> taken = stage == 0 ? List.of() : held(defined, body, later);
            body.forEach(line -> defined.addAll(line.defined()));
            List<String> left = held(defined, List.of(), later);
            write(stage, taken, needed(before, views, body), left, code);
        }
        return bodies.size();
    }

    /** Those that are used from here on. */
    private static List<String> held(Set<String> defined, List<Line> body, Set<String> later) {
        Set<String> used = new HashSet<>(later);
        body.forEach(line -> used.addAll(line.used()));
        return defined.stream().filter(used::contains).toList();
    }

    /** A stage begins at each layer that learns, there and back. */
    private List<List<Line>> bodies() {
        List<List<Line>> bodies = new ArrayList<>();
        List<Line> current = new ArrayList<>(lines(batches::begin));
        boolean heavy = false;
        for (GeneratedGradients.Piece piece : gradients.pieces()) {
            if (piece.heavy() && heavy) {
                bodies.add(current);
                current = new ArrayList<>();
            }
            heavy |= piece.heavy();
            current.addAll(lines(piece.text()));
        }
        current.addAll(lines(portions::endStages));
        bodies.add(current);
        return bodies;
    }

    private static List<Line> lines(Consumer<Code> text) {
        Code code = new Code();
        text.accept(code);
        return code.lines();
    }

    /** What every stage could need. */
    private void before(Code code) {
        batches.constants(code);
        network.unpackBuffers(code);
        network.unpackParameters(code);
    }

    private void views(Code code) {
        network.unpackGradients(code);
        network.cells().forEach(cell -> cell.rule().prepare(cell, code));
    }

    /** The body behind those lines that it needs. */
    private static List<Line> needed(List<Line> before, List<Line> views, List<Line> body) {
        Set<String> used = new HashSet<>();
        body.forEach(line -> used.addAll(line.used()));
        List<Line> kept = new ArrayList<>();
        for (Line line : Stream.concat(before.stream(), views.stream()).toList().reversed()) {
            if (line.defined().stream().anyMatch(used::contains)) {
                used.addAll(line.used());
                kept.addFirst(line);
            }
        }
        kept.addAll(body);
        return kept;
    }

    private void write(
            int stage, List<String> taken, List<Line> lines, List<String> left, Code code) {
        code.block(
                "def stage%d(%s, sums: Tensor, held_values: List[Tensor]) -> List[Tensor]:"
                        .formatted(stage, BatchText.ARGUMENTS),
                () -> {
                    for (int i = 0; i < taken.size(); i++) {
                        code.let(taken.get(i), "held_values[" + i + "]");
                    }
                    if (lines.stream().anyMatch(line -> line.used().contains("generator"))) {
                        BatchText.generator(code);
                        BatchText.seed("torch.add(step, " + (long) stage * SEEDS + ")", code);
                    }
                    lines.forEach(code::line);
                    code.line("return [" + String.join(", ", left) + "]");
                });
    }
}

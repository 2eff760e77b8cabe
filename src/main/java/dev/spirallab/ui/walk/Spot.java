package dev.spirallab.ui.walk;

import dev.spirallab.engine.Glance;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.engine.Walk.Place;
import dev.spirallab.engine.Walk.Visit;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One node on the way, with all that is known of it. */
record Spot(Node node, Walk walk, Valid valid) {

    Visit visit() {
        return visit(node.id());
    }

    private Visit visit(String id) {
        return Objects.requireNonNull(walk.visits().get(id));
    }

    /** What it takes, an entry for each edge that leads to it. */
    List<Glance> inputs() {
        return valid.inputsOf(node.id()).stream().map(id -> visit(id).output().value()).toList();
    }

    Glance input() {
        return inputs().getFirst();
    }

    Glance output() {
        return visit().output().value();
    }

    /** What its formula computes: the sum that goes into its activation function, or its output. */
    Place result() {
        return visit().sum().orElse(visit().output());
    }

    /** Of the result. */
    String letter() {
        return visit().sum().isPresent() ? "z" : "y";
    }

    /** Its inputs' letter: x, or a, b, ... where there are several. */
    String letterOf(int input) {
        return inputs().size() == 1 ? "x" : String.valueOf((char) ('a' + Math.min(input, 25)));
    }

    List<Change> changes() {
        return walk.changes().stream().filter(each -> each.node().equals(node.id())).toList();
    }

    Optional<Glance> parameter(String name) {
        return changes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(Change::before);
    }

    /** Of a parameter that it has. */
    Glance gradient(String name) {
        return changes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .gradient();
    }

    Optional<Glance> statistic(String name) {
        return Optional.ofNullable(walk.statistics().getOrDefault(node.id(), Map.of()).get(name));
    }

    /** Nodes that use its output. */
    List<String> users() {
        return valid.order().stream()
                .map(Node::id)
                .filter(id -> valid.inputsOf(id).contains(node.id()))
                .toList();
    }
}

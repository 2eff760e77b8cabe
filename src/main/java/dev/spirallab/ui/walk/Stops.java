package dev.spirallab.ui.walk;

import dev.spirallab.engine.Glance;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.engine.Walk.Place;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.ui.components.Walkthrough;
import dev.spirallab.ui.components.Walkthrough.Shown;
import dev.spirallab.ui.components.Walkthrough.Stop;
import dev.spirallab.ui.components.Walkthrough.Way;
import dev.spirallab.ui.help.Formulas;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells a {@link Walk} stop by stop: forward, the loss, backward, the update. */
public final class Stops {
    private final Texts texts;
    private final Valid valid;
    private final Walk walk;
    private final Tensors tensors;
    private final Notes notes;
    private final LossFormulas loss;

    private Stops(Texts texts, Valid valid, Walk walk) {
        this.texts = texts;
        this.valid = valid;
        this.walk = walk;
        this.tensors = new Tensors(texts, valid.order().size());
        this.notes = new Notes(texts, valid);
        Place output = spot(valid.output()).visit().output();
        this.loss =
                new LossFormulas(
                        training().loss(),
                        output.value(),
                        walk.target(),
                        output.gradient(),
                        walk.loss());
    }

    /** In the reader's words. */
    public static Walkthrough of(Texts texts, Valid valid, Walk walk) {
        Stops stops = new Stops(texts, valid, walk);
        return new Walkthrough(walk.row(), walk.rows(), walk.step(), stops.all());
    }

    private List<Stop> all() {
        List<Stop> all = new ArrayList<>();
        valid.order().forEach(node -> all.add(forward(spot(node))));
        all.add(loss());
        valid.order().reversed().stream()
                .filter(node -> !node.equals(valid.input()))
                .forEach(node -> all.add(backward(spot(node))));
        valid.order().stream()
                .map(this::spot)
                .filter(spot -> !spot.changes().isEmpty())
                .forEach(spot -> all.add(update(spot)));
        return all;
    }

    private TrainingSpec training() {
        return valid.experiment().training();
    }

    private Spot spot(Node node) {
        return new Spot(node, walk, valid);
    }

    private String name(Node node) {
        return node.id() + " · " + texts.of(key(node));
    }

    private static String key(Node node) {
        return "layer." + Records.kind(node.layer());
    }

    private String title(Way way, String of) {
        return texts.of("walk." + way.name(), "name", of);
    }

    private Stop forward(Spot spot) {
        boolean enters = spot.node().equals(valid.input());
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < spot.inputs().size(); i++) {
            shown.add(tensors.plain("inputs", spot.letterOf(i), spot.inputs().get(i)));
        }
        spot.changes().forEach(change -> shown.add(tensors.parameter(change)));
        Reasoning reasoning = LayerFormulas.of(spot);
        spot.visit()
                .sum()
                .ifPresent(
                        sum -> shown.add(tensors.of("sums", "z", sum.value(), reasoning::value)));
        Place output = spot.visit().output();
        shown.add(
                tensors.of(
                        "outputs",
                        enters ? "x" : "y",
                        output.value(),
                        k ->
                                spot.visit()
                                        .sum()
                                        .map(sum ->
                                                Activations.value(
                                                        ending(spot), "z", sum, output, k))
                                        .orElseGet(() -> reasoning.value(k))));
        String words =
                enters
                        ? texts.of(
                                "walk.enters",
                                Map.of(
                                        "row", String.valueOf(walk.row() + 1),
                                        "values", tensors.said(output.value())))
                        : texts.of(
                                "walk.forward.words",
                                Map.of(
                                        "name", name(spot.node()),
                                        "inputs", said(spot.inputs()),
                                        "outputs", tensors.said(output.value())));
        return new Stop(
                Way.forward,
                spot.node().id(),
                title(Way.forward, name(spot.node())),
                words,
                notes.forward(spot.node(), shown),
                enters ? List.of() : rules(spot),
                shown);
    }

    private String said(List<Glance> all) {
        return String.join("; ", all.stream().map(tensors::said).toList());
    }

    private static Function ending(Spot spot) {
        return LayerFormulas.ending(spot.node().layer());
    }

    private static List<String> rules(Spot spot) {
        Function function =
                spot.node().layer() instanceof Activation(Function own) ? own : ending(spot);
        return Stream.of(
                        Formulas.of(key(spot.node())),
                        function == Function.identity
                                ? Optional.<String>empty()
                                : Formulas.of("function." + function))
                .flatMap(Optional::stream)
                .toList();
    }

    private Stop loss() {
        String key = "loss." + Records.kind(training().loss());
        Glance output = spot(valid.output()).output();
        List<Shown> shown =
                List.of(
                        tensors.plain("outputs", "y", output),
                        tensors.plain("target", "t", walk.target()),
                        tensors.single("loss", "L", walk.loss(), loss.whole()));
        return new Stop(
                Way.loss,
                valid.output().id(),
                title(Way.loss, texts.of(key)),
                texts.of(
                        "walk.loss.words",
                        Map.of(
                                "outputs", tensors.said(output),
                                "target", tensors.said(walk.target()),
                                "loss", Tex.text(walk.loss()))),
                notes.loss(walk.regularization()),
                Formulas.of(key).stream().toList(),
                shown);
    }

    private Stop backward(Spot spot) {
        boolean last = spot.node().equals(valid.output());
        Reasoning reasoning = LayerFormulas.of(spot);
        Place output = spot.visit().output();
        List<Shown> shown = new ArrayList<>();
        shown.add(
                tensors.of(
                        "outputGradient",
                        "∂L/∂y",
                        output.gradient(),
                        k -> last ? loss.slope(k) : collected(spot, k)));
        spot.visit()
                .sum()
                .ifPresent(sum ->
                        shown.add(
                                tensors.of(
                                        "sumGradient",
                                        "∂L/∂z",
                                        sum.gradient(),
                                        k ->
                                                Activations.slope(
                                                        ending(spot), "z", sum, output, k))));
        for (Change change : spot.changes()) {
            shown.add(
                    tensors.named(
                            change.name(),
                            "∂L/∂" + Tensors.letter(change.name()),
                            change.gradient(),
                            k -> reasoning.parameter(change.name(), k)));
        }
        List<Glance> inputs = spot.visit().inputGradients();
        for (int i = 0; i < inputs.size(); i++) {
            int which = i;
            shown.add(
                    tensors.of(
                            "inputGradient",
                            "∂L/∂" + spot.letterOf(i),
                            inputs.get(i),
                            k -> reasoning.input(which, k)));
        }
        return new Stop(
                Way.backward,
                spot.node().id(),
                title(Way.backward, name(spot.node())),
                texts.of(
                        "walk.backward.words",
                        Map.of(
                                "name", name(spot.node()),
                                "from", last ? texts.of("walk.fromLoss") : users(spot),
                                "outputs", tensors.said(output.gradient()),
                                "inputs", said(inputs))),
                notes.backward(spot.node(), shown),
                List.of(LayerFormulas.chainRule(spot.node().layer())),
                shown);
    }

    private static String users(Spot spot) {
        return String.join(", ", spot.users());
    }

    /** The sum of what flows back from several nodes. */
    private String collected(Spot spot, int k) {
        List<Glance> parts =
                spot.users().stream().flatMap(id -> parts(id, spot.node().id())).toList();
        Glance gradient = spot.visit().output().gradient();
        return parts.size() < 2 || !parts.stream().allMatch(part -> part.knows(k))
                ? ""
                : Tex.equation(
                        Tex.slope(Tex.at("y", gradient.shape(), k)),
                        Tex.sum(parts.size(), i -> Tex.factor(parts.get(i).head()[k])),
                        gradient.head()[k]);
    }

    private Stream<Glance> parts(String user, String of) {
        List<String> inputs = valid.inputsOf(user);
        List<Glance> all = Objects.requireNonNull(walk.visits().get(user)).inputGradients();
        return IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i).equals(of))
                .mapToObj(all::get);
    }

    private Stop update(Spot spot) {
        String key = "optimizer." + Records.kind(training().optimizer());
        List<Shown> shown = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (Change change : spot.changes()) {
            UnaryOperator<String> named =
                    what -> texts.of("walk.tensor." + what, "name", change.name());
            shown.add(
                    tensors.labelled(
                            named.apply("before"), Tensors.letter(change.name()), change.before()));
            shown.add(tensors.labelled(named.apply("taken"), "g", change.taken()));
            shown.add(
                    tensors.labelled(
                            named.apply("after"),
                            Tensors.letter(change.name()) + "′",
                            change.after(),
                            k ->
                                    OptimizerFormulas.of(
                                            training().optimizer(),
                                            training().gradientClipping(),
                                            walk,
                                            change,
                                            k)));
            moved.add(
                    texts.of(
                            "walk.moved",
                            Map.of(
                                    "name", change.name(),
                                    "before", tensors.said(change.before()),
                                    "after", tensors.said(change.after()))));
        }
        return new Stop(
                Way.update,
                spot.node().id(),
                title(Way.update, name(spot.node())),
                texts.of(
                        "walk.update.words",
                        Map.of(
                                "optimizer", texts.of(key),
                                "rate", Tex.text(walk.learningRate()),
                                "moved", String.join(" ", moved))),
                notes.update(training().optimizer()),
                Formulas.of(key).stream().toList(),
                shown);
    }
}

package dev.spirallab.engine;

import ai.djl.Device;
import dev.spirallab.engine.TorchModule.Copy;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Numbers;
import dev.spirallab.engine.TorchModule.Real;
import dev.spirallab.engine.TorchModule.Shaped;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.engine.Walk.Memory;
import dev.spirallab.engine.Walk.Place;
import dev.spirallab.engine.Walk.Visit;
import dev.spirallab.program.Images;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.program.Tap;
import dev.spirallab.program.Walkway;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Follows one example through a model, by a program of its own, and changes nothing. */
final class Walker {
    /** Numbers that are kept of a tensor that formulas are about. */
    private static final int WHOLE = 1 << 16;

    /** Numbers that are kept of a tensor that is only shown. */
    private static final int SHOWN = 1024;

    private final Valid valid;
    private final Optional<Images> images;
    private final Device device;
    private final Model model;
    private final Examples examples;

    Walker(Valid valid, Optional<Images> images, Device device, Model model, Examples examples) {
        this.valid = valid;
        this.images = images;
        this.device = device;
        this.model = model;
        this.examples = examples;
    }

    /** Where the training stands. */
    record Moment(long step, double learningRate, Terms terms) {}

    /** For an optimiser that looks at the loss several times: the parameters after its step. */
    interface Search {
        float[] after(int row);
    }

    /**
     * @param row of the training part
     */
    Walk walk(int row, Moment now, Search search) {
        Walkway way = ProgramGenerator.walkway(valid, images);
        try (TorchModule module = new TorchModule(way.program(), device)) {
            Told told = told(way, module, row);
            float[] before = model.parameters().floats();
            Step step =
                    way.stepping()
                            ? update(module, told.gradient(), now)
                            : Step.of(told.gradient(), search.after(row));
            return new Walk(
                    now.step(),
                    row,
                    examples.rows(),
                    now.learningRate(),
                    now.terms().weightDecay(),
                    now.terms().regularization(),
                    told.target(),
                    told.loss(),
                    length(step.penalized()),
                    told.visits(),
                    changes(way, told.gradient(), before, step),
                    statistics(way));
        }
    }

    /** What the program tells of the example. */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    private record Told(Map<String, Visit> visits, float[] gradient, float loss, Glance target) {}

    private Told told(Walkway way, TorchModule module, int row) {
        List<Shaped> all =
                module.run(
                        "walk",
                        module::shaped,
                        examples.inputs(),
                        examples.targets(),
                        model.parameters(),
                        model.buffers(),
                        new Whole(row));
        int last = all.size() - 1;
        return new Told(
                visits(way, all.stream().map(Walker::ofOneExample).toList()),
                all.get(last - 2).values(),
                all.get(last - 1).values()[0],
                ofOneExample(all.get(last)));
    }

    /** The batch has one example. */
    private static Glance ofOneExample(Shaped tensor) {
        List<Integer> shape = tensor.shape();
        List<Integer> own = shape.isEmpty() ? shape : shape.subList(1, shape.size());
        return tensor.values().length == own.stream().reduce(1, Math::multiplyExact)
                ? Glance.of(own, tensor.values(), 0, WHOLE)
                : Glance.of(shape, tensor.values(), 0, WHOLE);
    }

    private Map<String, Visit> visits(Walkway way, List<Glance> told) {
        Map<Tap, Glance> values = new HashMap<>();
        Map<Tap, Glance> gradients = new HashMap<>();
        way.taps().stream()
                .filter(Tap::hasValue)
                .forEach(tap -> values.put(tap, told.get(values.size())));
        way.taps().forEach(tap -> gradients.put(tap, told.get(values.size() + gradients.size())));
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (Node node : valid.order()) {
            Tap sum = new Tap(node.id(), Tap.SUM);
            visits.put(
                    node.id(),
                    new Visit(
                            place(new Tap(node.id(), Tap.OUTPUT), values, gradients),
                            values.containsKey(sum)
                                    ? Optional.of(place(sum, values, gradients))
                                    : Optional.empty(),
                            IntStream.range(0, valid.inputsOf(node.id()).size())
                                    .mapToObj(i -> found(Tap.input(node.id(), i), gradients))
                                    .toList()));
        }
        return visits;
    }

    private static Place place(Tap tap, Map<Tap, Glance> values, Map<Tap, Glance> gradients) {
        return new Place(found(tap, values), found(tap, gradients));
    }

    private static Glance found(Tap tap, Map<Tap, Glance> told) {
        return Objects.requireNonNull(told.get(tap));
    }

    /**
     * What the optimiser does.
     *
     * @param kept what it keeps: vectors as long as the parameters, one behind the other
     * @param left the same after the step
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    private record Step(
            float[] penalized, float[] taken, float[] after, float[] kept, float[] left) {
        static Step of(float[] gradient, float[] after) {
            return new Step(gradient, gradient, after, new float[0], new float[0]);
        }
    }

    private Step update(TorchModule module, float[] gradient, Moment now) {
        float[] kept = model.state().floats();
        try (Copy parameters = module.copy(model.parameters());
                Copy state = module.copy(model.state())) {
            List<float[]> told =
                    module.run(
                            "update",
                            module::arrays,
                            parameters,
                            new Floats(gradient.clone(), 0, gradient.length),
                            state,
                            new Whole(now.step()),
                            model.regularized(),
                            new Numbers(now.learningRate()),
                            new Real(now.terms().weightDecay()),
                            new Real(now.terms().regularization().l1()),
                            new Real(now.terms().regularization().l2()));
            return new Step(
                    told.getFirst(), told.getLast(), parameters.floats(), kept, state.floats());
        }
    }

    private static List<Change> changes(Walkway way, float[] gradient, float[] before, Step step) {
        return way.program().parameters().stream()
                .map(place ->
                        new Change(
                                place.node(),
                                place.name(),
                                glance(place, before, 0, WHOLE),
                                glance(place, gradient, 0, SHOWN),
                                glance(place, step.penalized(), 0, SHOWN),
                                glance(place, step.taken(), 0, SHOWN),
                                glance(place, step.after(), 0, SHOWN),
                                memories(way, place, step)))
                .toList();
    }

    private static List<Memory> memories(Walkway way, Parameter place, Step step) {
        if (step.kept().length == 0) {
            return List.of();
        }
        int count = way.program().parameterCount();
        return IntStream.range(0, way.vectors().size())
                .mapToObj(i ->
                        new Memory(
                                way.vectors().get(i),
                                glance(place, step.kept(), i * count, SHOWN),
                                glance(place, step.left(), i * count, SHOWN)))
                .toList();
    }

    private static Glance glance(Parameter place, float[] flat, int from, int most) {
        return Glance.of(place.shape(), flat, from + place.offset(), most);
    }

    private Map<String, Map<String, Glance>> statistics(Walkway way) {
        float[] flat = model.buffers().floats();
        Map<String, Map<String, Glance>> statistics = new HashMap<>();
        for (Parameter place : way.program().buffers()) {
            statistics
                    .computeIfAbsent(place.node(), _ -> new HashMap<>())
                    .put(place.name(), glance(place, flat, 0, WHOLE));
        }
        return statistics;
    }

    private static double length(float[] values) {
        return Spread.length(values, 0, values.length).orElse(Double.NaN);
    }
}

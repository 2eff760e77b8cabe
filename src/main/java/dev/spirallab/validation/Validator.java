package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges experiments, from cheap checks to dear ones. Has no state; any thread may use it. */
public final class Validator {
    private final Limits limits;

    public Validator(Limits limits) {
        this.limits = limits;
    }

    /** All that is wrong with the experiment, finished or not; never an exception. */
    public ValidationResult validate(Experiment experiment) {
        List<Problem> broken = broken(experiment);
        return broken.isEmpty()
                ? judge(experiment)
                : new ValidationResult.Invalid(broken, Map.of(), Map.of(), Budget.NOTHING);
    }

    /** The same of all variants of an experiment, and whether they can be trained at once. */
    public SweepResult validate(SweepSpec sweep) {
        return new SweepCheck(this, limits).check(sweep);
    }

    /** What would not even be read, and graphs too large to look at. */
    private List<Problem> broken(Experiment experiment) {
        List<Problem> large = tooLarge(experiment.graph());
        if (!large.isEmpty()) {
            return large;
        }
        return switch (ExperimentJson.readPart(Experiment.class, ExperimentJson.tree(experiment))) {
            case Part.Read<Experiment> _ -> List.of();
            case Part.Unreadable<Experiment>(var problems) -> problems;
        };
    }

    private List<Problem> tooLarge(ModelGraph graph) {
        return Stream.of(
                        within("graph.tooManyNodes", "nodes", graph.nodes().size(), limits.nodes()),
                        within("graph.tooManyEdges", "edges", graph.edges().size(), limits.edges()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> within(String code, String field, int have, int max) {
        return have <= max
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                code,
                                "graph." + field,
                                Map.of("have", String.valueOf(have), "max", String.valueOf(max))));
    }

    private ValidationResult judge(Experiment experiment) {
        List<Problem> problems = new ArrayList<>();
        Wiring wiring = new Wiring(experiment.graph());
        new DatasetCheck(problems).run(experiment.dataset());
        new GraphCheck(experiment.graph(), wiring, problems).run();
        depth(wiring, problems);
        Inference inference = new Inference(wiring, experiment.dataset());
        problems.addAll(inference.problems());
        new EmbeddingCheck(experiment.dataset(), wiring, problems).run();
        new OutputCheck(experiment, wiring, problems).run(inference.shapes());
        new OrderCheck(wiring, problems).run();
        new LossCheck(experiment, problems).run();
        new TrainingCheck(experiment, inference.shapes(), problems).run();
        Cost cost = new Cost(experiment, inference.outcomes());
        cost.check(limits, problems);
        return problems.stream().allMatch(Problem::hint)
                ? valid(experiment, wiring, inference, cost, problems)
                : new ValidationResult.Invalid(
                        problems, inference.shapes(), inference.parameters(), cost.budget());
    }

    private void depth(Wiring wiring, List<Problem> problems) {
        int depth = wiring.depths().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        within("graph.tooDeep", "nodes", depth, limits.depth()).ifPresent(problems::add);
    }

    private static ValidationResult valid(
            Experiment experiment,
            Wiring wiring,
            Inference inference,
            Cost cost,
            List<Problem> hints) {
        List<Node> order = wiring.order();
        TensorShape output = Objects.requireNonNull(inference.shapes().get(order.getLast().id()));
        Head head =
                OutputCheck.head(
                                experiment.dataset().task(),
                                experiment.training().loss(),
                                (int) output.size())
                        .orElseThrow();
        return new ValidationResult.Valid(
                experiment,
                order,
                head,
                inference.shapes(),
                inference.parameters(),
                cost.budget(),
                hints);
    }

    /**
     * Judges other training settings for the same graph and data, which are not looked at again:
     * cheap, however large the data.
     */
    public ValidationResult retrained(ValidationResult.Valid valid, TrainingSpec training) {
        Experiment changed = valid.experiment().withTraining(training);
        Inference inference = new Inference(new Wiring(changed.graph()), changed.dataset());
        Cost cost = new Cost(changed, inference.outcomes());
        List<Problem> problems = new ArrayList<>(unreadable(training));
        if (problems.isEmpty()) {
            new TrainingCheck(changed, inference.shapes(), problems).run();
            cost.check(limits, problems);
        }
        return problems.stream().allMatch(Problem::hint)
                ? new ValidationResult.Valid(
                        changed,
                        valid.order(),
                        valid.head(),
                        valid.shapes(),
                        valid.parameters(),
                        cost.budget(),
                        problems)
                : new ValidationResult.Invalid(
                        problems, valid.shapes(), valid.parameters(), cost.budget());
    }

    private static List<Problem> unreadable(TrainingSpec training) {
        return switch (ExperimentJson.readPart(TrainingSpec.class, ExperimentJson.tree(training))) {
            case Part.Read<TrainingSpec> _ -> List.of();
            case Part.Unreadable<TrainingSpec>(var problems) ->
                    problems.stream()
                            .map(p -> Problem.of(p.code(), "training." + p.path(), p.arguments()))
                            .toList();
        };
    }
}

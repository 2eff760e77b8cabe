package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The optimiser in DJL, or one of its own where DJL's PyTorch engine serves none such, defined as
 * PyTorch's.
 */
record DjlOptimizer(TrainingSpec training) {

    /**
     * One that is written out. Its lines may use {@code weight}, {@code gradient}, {@code rate},
     * {@code step} counted from 1, and its states.
     *
     * @param name of its class
     * @param states that it keeps of each parameter; zeros at first
     * @param first with what the first state begins, if not with 0
     */
    private record Own(String name, List<String> states, double first, List<String> lines) {
        Own(String name, List<String> states, List<String> lines) {
            this(name, states, 0, lines);
        }
    }

    /** The line that holds it. */
    String held() {
        return switch (training.optimizer()) {
            case OptimizerSpec.Lbfgs _ -> "static final Lbfgs OPTIMIZER = new Lbfgs();";
            case OptimizerSpec.Sgd sgd when isDjls(sgd) ->
                    "static final Optimizer OPTIMIZER = " + djls(sgd) + ";";
            case OptimizerSpec _ ->
                    "static final Optimizer OPTIMIZER = new " + own().orElseThrow().name() + "();";
        };
    }

    /** Whether it is one of DJL's, which asks a tracker for its rate. */
    boolean tracks() {
        return training.optimizer() instanceof OptimizerSpec.Sgd sgd && isDjls(sgd);
    }

    /** Whether it looks at the loss several times a step, and is none that DJL's trainer knows. */
    boolean searches() {
        return training.optimizer() instanceof OptimizerSpec.Lbfgs;
    }

    private static String djls(OptimizerSpec.Sgd sgd) {
        return "Optimizer.sgd().setLearningRateTracker(RATE)"
                + (sgd.momentum() == 0 ? "" : ".optMomentum(" + J.single(sgd.momentum()) + ")")
                + (sgd.weightDecay() == 0
                        ? ""
                        : ".optWeightDecays(" + J.single(sgd.weightDecay()) + ")")
                + ".build()";
    }

    private Optional<Own> own() {
        return switch (training.optimizer()) {
            case OptimizerSpec.Sgd sgd -> isDjls(sgd) ? Optional.empty() : Optional.of(sgd(sgd));
            case OptimizerSpec.Adam adam ->
                    Optional.of(
                            adam(
                                    adam.amsgrad() ? "AmsGrad" : "Adam",
                                    adam.beta1(),
                                    adam.beta2(),
                                    adam.eps(),
                                    adam.amsgrad(),
                                    decay()));
            case OptimizerSpec.AdamW adam ->
                    Optional.of(
                            adam(
                                    "AdamW",
                                    adam.beta1(),
                                    adam.beta2(),
                                    adam.eps(),
                                    adam.amsgrad(),
                                    decoupled()));
            case OptimizerSpec.RmsProp rmsprop -> Optional.of(rmsprop(rmsprop));
            case OptimizerSpec.Adagrad adagrad -> Optional.of(adagrad(adagrad));
            case OptimizerSpec.Adadelta adadelta -> Optional.of(adadelta(adadelta));
            case OptimizerSpec.Adamax adamax -> Optional.of(adamax(adamax));
            case OptimizerSpec.NAdam nadam -> Optional.of(nadam(nadam));
            case OptimizerSpec.RAdam radam -> Optional.of(radam(radam));
            case OptimizerSpec.Asgd asgd -> Optional.of(asgd(asgd));
            case OptimizerSpec.Rprop rprop -> Optional.of(rprop(rprop));
            case OptimizerSpec.Lbfgs _ -> Optional.empty();
        };
    }

    /** DJL's momentum holds steps, PyTorch's gradients: the same while the rate stays. */
    private boolean isDjls(OptimizerSpec.Sgd sgd) {
        boolean steady =
                training.schedule() instanceof ScheduleSpec.Constant && training.warmup().isEmpty();
        return sgd.dampening() == 0 && !sgd.nesterov() && (sgd.momentum() == 0 || steady);
    }

    private List<String> decay() {
        double decay = training.optimizer().weightDecay();
        return decay == 0
                ? List.of()
                : List.of("gradient = gradient.add(weight.mul(" + J.single(decay) + "));");
    }

    private List<String> decoupled() {
        double decay = training.optimizer().weightDecay();
        return decay == 0 ? List.of() : List.of("weight.muli(1 - rate * " + J.real(decay) + ");");
    }

    @SafeVarargs
    private static List<String> lines(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static String mean(String state, double memory, String news) {
        return "%s.muli(%s).addi(%s.mul(%s));"
                .formatted(state, J.single(memory), news, J.single(1 - memory));
    }

    private static String over(String state, double eps) {
        return "%s.sqrt().add(%s)".formatted(state, J.single(eps));
    }

    private Own sgd(OptimizerSpec.Sgd sgd) {
        String buffer =
                sgd.dampening() == 0
                        ? "momentum.muli(%s).addi(gradient);".formatted(J.single(sgd.momentum()))
                        : "momentum.muli(%s).addi(step == 1 ? gradient : gradient.mul(%s));"
                                .formatted(J.single(sgd.momentum()), J.single(1 - sgd.dampening()));
        String direction =
                sgd.nesterov()
                        ? "gradient.add(momentum.mul(" + J.single(sgd.momentum()) + "))"
                        : "momentum";
        return new Own(
                "Momentum",
                List.of("momentum"),
                lines(decay(), List.of(buffer, "weight.subi(" + direction + ".mul(rate));")));
    }

    private static List<String> moments(double beta1, double beta2) {
        return List.of(mean("mean", beta1, "gradient"), mean("square", beta2, "gradient.square()"));
    }

    private Own adam(
            String name,
            double beta1,
            double beta2,
            double eps,
            boolean amsgrad,
            List<String> decay) {
        List<String> states =
                amsgrad ? List.of("mean", "square", "greatest") : List.of("mean", "square");
        String under = amsgrad ? "greatest" : "square";
        return new Own(
                name,
                states,
                lines(
                        decay,
                        moments(beta1, beta2),
                        amsgrad ? List.of("greatest.maximum(square).copyTo(greatest);") : List.of(),
                        List.of(
                                "double scale = Math.sqrt(1 - Math.pow(%s, step));"
                                        .formatted(J.real(beta2)),
                                "NDArray length = %s.sqrt().div(scale).add(%s);"
                                        .formatted(under, J.single(eps)),
                                "weight.subi(mean.div(length).mul(rate / (1 - Math.pow(%s, step))));"
                                        .formatted(J.real(beta1)))));
    }

    private Own rmsprop(OptimizerSpec.RmsProp rmsprop) {
        List<String> states =
                lines(
                        List.of("square"),
                        rmsprop.centered() ? List.of("mean") : List.of(),
                        rmsprop.momentum() > 0 ? List.of("momentum") : List.of());
        List<String> centre =
                rmsprop.centered() ? List.of(mean("mean", rmsprop.alpha(), "gradient")) : List.of();
        String length =
                over(rmsprop.centered() ? "square.sub(mean.square())" : "square", rmsprop.eps());
        List<String> move =
                rmsprop.momentum() > 0
                        ? List.of(
                                "momentum.muli(%s).addi(gradient.div(%s));"
                                        .formatted(J.single(rmsprop.momentum()), length),
                                "weight.subi(momentum.mul(rate));")
                        : List.of("weight.subi(gradient.div(" + length + ").mul(rate));");
        return new Own(
                "RmsProp",
                states,
                lines(
                        decay(),
                        List.of(mean("square", rmsprop.alpha(), "gradient.square()")),
                        centre,
                        move));
    }

    private Own adagrad(OptimizerSpec.Adagrad adagrad) {
        String rate =
                adagrad.learningRateDecay() == 0
                        ? "rate"
                        : "rate / (1 + (step - 1) * " + J.real(adagrad.learningRateDecay()) + ")";
        return new Own(
                "Adagrad",
                List.of("sum"),
                adagrad.initialAccumulatorValue(),
                lines(
                        decay(),
                        List.of(
                                "sum.addi(gradient.square());",
                                "weight.subi(gradient.div(%s).mul(%s));"
                                        .formatted(over("sum", adagrad.eps()), rate))));
    }

    private Own adadelta(OptimizerSpec.Adadelta adadelta) {
        String eps = J.single(adadelta.eps());
        return new Own(
                "Adadelta",
                List.of("square", "moved"),
                lines(
                        decay(),
                        List.of(
                                mean("square", adadelta.rho(), "gradient.square()"),
                                "NDArray length = square.add(" + eps + ").sqrt();",
                                "NDArray move = moved.add(" + eps + ").sqrt();",
                                "move = move.div(length).mul(gradient);",
                                mean("moved", adadelta.rho(), "move.square()"),
                                "weight.subi(move.mul(rate));")));
    }

    private Own adamax(OptimizerSpec.Adamax adamax) {
        return new Own(
                "Adamax",
                List.of("mean", "greatest"),
                lines(
                        decay(),
                        List.of(
                                mean("mean", adamax.beta1(), "gradient"),
                                "NDArray length = gradient.abs().add(%s);"
                                        .formatted(J.single(adamax.eps())),
                                "greatest.mul(%s).maximum(length).copyTo(greatest);"
                                        .formatted(J.single(adamax.beta2())),
                                "weight.subi(mean.div(greatest).mul(rate / (1 - Math.pow(%s, step))));"
                                        .formatted(J.real(adamax.beta1())))));
    }

    private Own nadam(OptimizerSpec.NAdam nadam) {
        String momentum =
                "%s * (1 - 0.5 * Math.pow(0.96, %%s * %s))"
                        .formatted(J.real(nadam.beta1()), J.real(nadam.momentumDecay()));
        return new Own(
                "NAdam",
                List.of("mean", "square"),
                lines(
                        nadam.decoupledWeightDecay() ? decoupled() : decay(),
                        List.of(
                                "double now = " + momentum.formatted("step") + ";",
                                "double next = " + momentum.formatted("(step + 1)") + ";",
                                "double product = products.merge(parameter, now, (a, b) -> a * b);"),
                        moments(nadam.beta1(), nadam.beta2()),
                        List.of(
                                "NDArray length = square.div(1 - Math.pow(%s, step)).sqrt().add(%s);"
                                        .formatted(J.real(nadam.beta2()), J.single(nadam.eps())),
                                "weight.subi(gradient.div(length).mul(rate * (1 - now) / (1 - product)));",
                                "weight.subi(mean.div(length).mul(rate * next / (1 - product * next)));")));
    }

    private Own radam(OptimizerSpec.RAdam radam) {
        return new Own(
                "RAdam",
                List.of("mean", "square"),
                lines(
                        radam.decoupledWeightDecay() ? decoupled() : decay(),
                        moments(radam.beta1(), radam.beta2()),
                        List.of(
                                """
                                double most = 2 / (1 - %1$s) - 1;
                                double unbiased = 1 - Math.pow(%1$s, step);
                                double known = most - 2 * step * Math.pow(%1$s, step) / unbiased;
                                NDArray move = mean.div(1 - Math.pow(%2$s, step));
                                if (known > 5) {
                                    double sure = (known - 4) * (known - 2) * most;
                                    sure /= (most - 4) * (most - 2) * known;
                                    NDArray length = square.sqrt().add(%3$s);
                                    move = move.div(length).mul(Math.sqrt(sure * unbiased));
                                }
                                weight.subi(move.mul(rate));
                                """
                                        .formatted(
                                                J.real(radam.beta2()),
                                                J.real(radam.beta1()),
                                                J.single(radam.eps())))));
    }

    private Own asgd(OptimizerSpec.Asgd asgd) {
        String lambd = J.real(asgd.lambd());
        return new Own(
                "Asgd",
                List.of(),
                lines(
                        decay(),
                        List.of(
                                "double eta = etas.getOrDefault(parameter, rate);",
                                "weight.muli(1 - " + lambd + " * eta).subi(gradient.mul(eta));",
                                "etas.put(parameter, rate / Math.pow(1 + %s * rate * step, %s));"
                                        .formatted(lambd, J.real(asgd.alpha())))));
    }

    private Own rprop(OptimizerSpec.Rprop rprop) {
        return new Own(
                "Rprop",
                List.of("length", "before"),
                rprop.learningRate(),
                List.of(
                        """
                        NDArray turn = gradient.mul(before);
                        NDArray onward = turn.gt(0).toType(DataType.FLOAT32, false);
                        NDArray back = turn.lt(0).toType(DataType.FLOAT32, false);
                        NDArray factor = onward.mul(%s).add(back.mul(%s)).add(1);
                        length.mul(factor).clip(%s, %s).copyTo(length);
                        gradient.mul(back.neg().add(1)).copyTo(before);
                        weight.subi(before.sign().mul(length));
                        """
                                .formatted(
                                        J.single(rprop.etaPlus() - 1),
                                        J.single(rprop.etaMinus() - 1),
                                        J.single(rprop.minStep()),
                                        J.single(rprop.maxStep()))));
    }

    void define(Lines code) {
        if (training.optimizer() instanceof OptimizerSpec.Lbfgs lbfgs) {
            DjlLbfgs.define(lbfgs, code);
        }
        own().ifPresent(made -> {
            code.add("/** " + made.name() + " as PyTorch defines it. */");
            code.braces(
                    "static final class " + made.name() + " extends Optimizer",
                    () -> define(made, code));
            code.blank();
            code.add(
                    """
                    static final class Settings extends Optimizer.OptimizerBuilder<Settings> {
                        @Override
                        protected Settings self() {
                            return this;
                        }
                    }
                    """);
            code.blank();
        });
    }

    private void define(Own made, Lines code) {
        String text = String.join("\n", made.lines());
        made.states()
                .forEach(state ->
                        code.add(
                                "private final Map<String, NDArray> %ss = new HashMap<>();"
                                        .formatted(state)));
        for (String numbers : List.of("products", "etas")) {
            code.addIf(
                    text.contains(numbers + "."),
                    "private final Map<String, Double> " + numbers + " = new HashMap<>();");
        }
        code.blank();
        code.braces(made.name() + "()", () -> code.add("super(new Settings());")).blank();
        code.add("@Override");
        code.braces(
                "public void update(String parameter, NDArray weight, NDArray given)",
                () -> {
                    code.add("int step = updateCount(parameter);");
                    code.addIf(text.contains("rate"), "double rate = rate(step - 1);");
                    for (int i = 0; i < made.states().size(); i++) {
                        String state = made.states().get(i);
                        code.add(
                                "NDArray %s = %ss.computeIfAbsent(parameter, key -> weight.zerosLike()%s);"
                                        .formatted(
                                                state,
                                                state,
                                                i == 0 && made.first() != 0
                                                        ? ".add(" + J.single(made.first()) + ")"
                                                        : ""));
                    }
                    code.braces(
                            "try (NDScope scope = new NDScope())",
                            () -> {
                                code.add("scope.suppressNotUsedWarning();");
                                code.add("NDArray gradient = given;");
                                made.lines().forEach(code::add);
                            });
                });
    }
}

package dev.spirallab.export.python;

import dev.spirallab.spec.training.LineSearch;
import dev.spirallab.spec.training.OptimizerSpec;

/** Optimisers in PyTorch. */
final class OptimizerCode {
    private OptimizerCode() {}

    static String of(OptimizerSpec optimizer) {
        Call call =
                switch (optimizer) {
                    case OptimizerSpec.Sgd sgd ->
                            made("SGD", sgd)
                                    .with("momentum", sgd.momentum(), 0)
                                    .with("dampening", sgd.dampening(), 0)
                                    .with("nesterov", sgd.nesterov(), false)
                                    .with("weight_decay", sgd.weightDecay(), 0);
                    case OptimizerSpec.Adam adam ->
                            betas(made("Adam", adam), adam.beta1(), adam.beta2(), adam.eps())
                                    .with("weight_decay", adam.weightDecay(), 0)
                                    .with("amsgrad", adam.amsgrad(), false);
                    case OptimizerSpec.AdamW adam ->
                            betas(made("AdamW", adam), adam.beta1(), adam.beta2(), adam.eps())
                                    .with("weight_decay", adam.weightDecay(), 0.01)
                                    .with("amsgrad", adam.amsgrad(), false);
                    case OptimizerSpec.RmsProp rmsprop ->
                            made("RMSprop", rmsprop)
                                    .with("alpha", rmsprop.alpha(), 0.99)
                                    .with("eps", rmsprop.eps(), 1e-8)
                                    .with("weight_decay", rmsprop.weightDecay(), 0)
                                    .with("momentum", rmsprop.momentum(), 0)
                                    .with("centered", rmsprop.centered(), false);
                    case OptimizerSpec.Adagrad adagrad ->
                            made("Adagrad", adagrad)
                                    .with("lr_decay", adagrad.learningRateDecay(), 0)
                                    .with("weight_decay", adagrad.weightDecay(), 0)
                                    .with(
                                            "initial_accumulator_value",
                                            adagrad.initialAccumulatorValue(),
                                            0)
                                    .with("eps", adagrad.eps(), 1e-10);
                    case OptimizerSpec.Adadelta adadelta ->
                            made("Adadelta", adadelta)
                                    .with("rho", adadelta.rho(), 0.9)
                                    .with("eps", adadelta.eps(), 1e-6)
                                    .with("weight_decay", adadelta.weightDecay(), 0);
                    case OptimizerSpec.Adamax adamax ->
                            betas(
                                            made("Adamax", adamax),
                                            adamax.beta1(),
                                            adamax.beta2(),
                                            adamax.eps())
                                    .with("weight_decay", adamax.weightDecay(), 0);
                    case OptimizerSpec.NAdam nadam ->
                            betas(made("NAdam", nadam), nadam.beta1(), nadam.beta2(), nadam.eps())
                                    .with("weight_decay", nadam.weightDecay(), 0)
                                    .with("momentum_decay", nadam.momentumDecay(), 0.004)
                                    .with(
                                            "decoupled_weight_decay",
                                            nadam.decoupledWeightDecay(),
                                            false);
                    case OptimizerSpec.RAdam radam ->
                            betas(made("RAdam", radam), radam.beta1(), radam.beta2(), radam.eps())
                                    .with("weight_decay", radam.weightDecay(), 0)
                                    .with(
                                            "decoupled_weight_decay",
                                            radam.decoupledWeightDecay(),
                                            false);
                    case OptimizerSpec.Asgd asgd ->
                            made("ASGD", asgd)
                                    .with("lambd", asgd.lambd(), 1e-4)
                                    .with("alpha", asgd.alpha(), 0.75)
                                    .with("t0", asgd.t0(), 1e6)
                                    .with("weight_decay", asgd.weightDecay(), 0);
                    case OptimizerSpec.Rprop rprop ->
                            made("Rprop", rprop)
                                    .with(
                                            "etas",
                                            pair(rprop.etaMinus(), rprop.etaPlus()),
                                            pair(0.5, 1.2))
                                    .with(
                                            "step_sizes",
                                            pair(rprop.minStep(), rprop.maxStep()),
                                            pair(1e-6, 50));
                    case OptimizerSpec.Lbfgs lbfgs -> lbfgs(lbfgs);
                };
        return call.toString();
    }

    private static Call lbfgs(OptimizerSpec.Lbfgs lbfgs) {
        return made("LBFGS", lbfgs)
                .with("max_iter", lbfgs.maxIter(), 20)
                .with("max_eval", lbfgs.evaluations(), Math.floor(lbfgs.maxIter() * 1.25))
                .with("tolerance_grad", lbfgs.toleranceGrad(), 1e-7)
                .with("tolerance_change", lbfgs.toleranceChange(), 1e-9)
                .with("history_size", lbfgs.historySize(), 100)
                .with(
                        "line_search_fn",
                        lbfgs.lineSearchFn() == LineSearch.strongWolfe
                                ? "\"strong_wolfe\""
                                : "None",
                        "None");
    }

    /** The rate is always told: it is what people look for first. */
    private static Call made(String kind, OptimizerSpec optimizer) {
        return Call.of("torch.optim." + kind, "model.parameters()")
                .with("lr", optimizer.learningRate());
    }

    private static Call betas(Call call, double beta1, double beta2, double eps) {
        return call.with("betas", pair(beta1, beta2), pair(0.9, 0.999)).with("eps", eps, 1e-8);
    }

    private static String pair(double first, double second) {
        return "(" + Py.number(first) + ", " + Py.number(second) + ")";
    }
}

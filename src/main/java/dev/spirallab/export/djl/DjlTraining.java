package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;

/**
 * How the model is taught, in DJL: {@code train(trainer, train, test)}.
 *
 * @param tested whether a part is held out
 * @param augmented whether the inputs of each step are changed by chance
 * @param examples that are learnt from
 */
record DjlTraining(
        TrainingSpec training,
        DjlLoss loss,
        DjlOptimizer optimizer,
        boolean tested,
        boolean augmented,
        int examples) {
    private static final int REPORTS = 20;

    void define(Lines code) {
        code.add("record Figures(double loss, double accuracy) {}");
        code.blank();
        code.add(
                """
                static List<Parameter> learnt(Trainer trainer) {
                    return trainer.getModel().getBlock().getParameters().values().stream()
                            .filter(Parameter::requiresGradient)
                            .toList();
                }
                """);
        code.blank();
        Regularization penalty = training.regularization();
        if (penalised()) {
            penalty(penalty, code);
        }
        training.gradientClipping().ifPresent(clipping -> clip(clipping, code));
        learn(code);
        evaluate(code);
        if (training.earlyStopping().isPresent()) {
            code.add(
                    """
                    static List<NDArray> values(Trainer trainer) {
                        return trainer.getModel().getBlock().getParameters().values().stream()
                                .map(Parameter::getArray)
                                .toList();
                    }
                    """);
            code.blank();
        }
        train(code);
    }

    private boolean penalised() {
        return training.regularization().l1() != 0 || training.regularization().l2() != 0;
    }

    /** Whether so many steps are to be taken, of which the last may lie within an epoch. */
    boolean counted() {
        return training.steps().isPresent() && training.batchSize() != 0;
    }

    private static void penalty(Regularization penalty, Lines code) {
        code.add("/** Of the weights alone, not of biases or norm layers. */");
        code.braces(
                "static NDArray penalty(Trainer trainer)",
                () -> {
                    code.add("NDArray sum = trainer.getManager().create(0f);");
                    code.braces(
                            "for (Parameter each : learnt(trainer))",
                            () ->
                                    code.braces(
                                            "if (each.getType() == Parameter.Type.WEIGHT)",
                                            () -> {
                                                code.add("NDArray weight = each.getArray();");
                                                code.addIf(
                                                        penalty.l1() != 0,
                                                        "sum = sum.add(weight.abs().sum().mul(%s));"
                                                                .formatted(J.single(penalty.l1())));
                                                code.addIf(
                                                        penalty.l2() != 0,
                                                        "sum = sum.add(weight.square().sum().mul(%s));"
                                                                .formatted(
                                                                        J.single(
                                                                                penalty.l2() / 2)));
                                            }));
                    code.add("return sum;");
                });
        code.blank();
    }

    private static void clip(GradientClipping clipping, Lines code) {
        code.add(
                switch (clipping) {
                    case GradientClipping.Norm(double most) ->
                            """
                            /** Shortens all gradients together to a length of at most %1$s. */
                            static void clip(Trainer trainer) {
                                try (NDScope scope = new NDScope()) {
                                    scope.suppressNotUsedWarning();
                                    double sum = 0;
                                    for (Parameter each : learnt(trainer)) {
                                        sum += each.getArray().getGradient().square().sum().getFloat();
                                    }
                                    double factor = Math.min(1, %1$s / (Math.sqrt(sum) + 1e-6));
                                    for (Parameter each : learnt(trainer)) {
                                        each.getArray().getGradient().muli(factor);
                                    }
                                }
                            }
                            """
                                    .formatted(J.real(most));
                    case GradientClipping.Value(double most) ->
                            """
                            /** Limits each number of the gradients. */
                            static void clip(Trainer trainer) {
                                try (NDScope scope = new NDScope()) {
                                    scope.suppressNotUsedWarning();
                                    for (Parameter each : learnt(trainer)) {
                                        NDArray gradient = each.getArray().getGradient();
                                        gradient.clip(-%1$s, %1$s).copyTo(gradient);
                                    }
                                }
                            }
                            """
                                    .formatted(J.single(most));
                });
        code.blank();
    }

    private void learn(Lines code) {
        code.add("/** One step. */");
        code.braces(
                "static void learn(Trainer trainer, Batch batch)",
                () -> {
                    if (optimizer.searches()) {
                        code.add("OPTIMIZER.step(trainer, () -> gradients(trainer, batch));");
                        return;
                    }
                    code.add("gradients(trainer, batch);");
                    code.addIf(training.gradientClipping().isPresent(), "clip(trainer);");
                    code.add(
                            """
                            // DJL's own step refuses gradients whose sum is 0, as of a single softmax layer
                            for (Parameter each : learnt(trainer)) {
                                NDArray weight = each.getArray();
                                OPTIMIZER.update(each.getId(), weight, weight.getGradient());
                            }
                            """);
                });
        code.blank();
        gradients(code);
    }

    private void gradients(Lines code) {
        code.add(
                optimizer.searches()
                        ? "/** Leaves the gradients with the parameters; gives what they are of. */"
                        : "/** Leaves the gradients with the parameters. */");
        code.braces(
                "static %s gradients(Trainer trainer, Batch batch)"
                        .formatted(optimizer.searches() ? "double" : "void"),
                () ->
                        code.braces(
                                "try (NDScope scope = new NDScope(); GradientCollector collector = trainer.newGradientCollector())",
                                () -> {
                                    code.add("scope.suppressNotUsedWarning();");
                                    code.add("collector.zeroGradients();");
                                    code.add(
                                            augmented
                                                    ? "NDList inputs = new NDList(augmented(batch.getData().singletonOrThrow()));"
                                                    : "NDList inputs = batch.getData();");
                                    code.add("NDList outputs = trainer.forward(inputs);");
                                    code.add(
                                            "NDArray loss = trainer.getLoss().evaluate(batch.getLabels(), outputs);");
                                    code.addIf(penalised(), "loss = loss.add(penalty(trainer));");
                                    code.add("collector.backward(loss);");
                                    code.addIf(
                                            optimizer.searches(),
                                            "return loss.toType(DataType.FLOAT32, false).getFloat();");
                                }));
        code.blank();
    }

    private void evaluate(Lines code) {
        code.add("/** The loss and how much is right, without dropout. */");
        code.braces(
                "static Figures evaluate(Trainer trainer, Dataset dataset) throws Exception",
                () -> {
                    code.add("double loss = 0;");
                    code.addIf(loss.right().isPresent(), "double right = 0;");
                    code.add("long count = 0;");
                    code.braces(
                            "for (Batch batch : trainer.iterateDataset(dataset))",
                            () ->
                                    code.braces(
                                            "try (batch)",
                                            () -> {
                                                code.add(
                                                        "NDArray outputs = trainer.evaluate(batch.getData()).singletonOrThrow();");
                                                code.add(
                                                        "NDArray targets = batch.getLabels().singletonOrThrow();");
                                                code.add("long size = targets.size(0);");
                                                code.add(
                                                        "loss += size * trainer.getLoss().evaluate(new NDList(targets), new NDList(outputs)).getFloat();");
                                                loss.right()
                                                        .ifPresent(right ->
                                                                code.add(
                                                                        "right += "
                                                                                + right
                                                                                + ".toType(DataType.FLOAT32, false).sum().getFloat();"));
                                                code.add("count += size;");
                                            }));
                    code.add(
                            loss.right().isPresent()
                                    ? "return new Figures(loss / count, right / count);"
                                    : "return new Figures(loss / count, Double.NaN);");
                });
        code.blank();
    }

    private void train(Lines code) {
        code.braces(
                "static void train(Trainer trainer, Dataset train%s) throws Exception"
                        .formatted(tested ? ", Dataset test" : ""),
                () -> {
                    code.addIf(counted(), "int step = 0;");
                    training.earlyStopping()
                            .ifPresent(rule -> {
                                code.add("double best = " + J.worst(rule.figure()) + ";");
                                code.add("int since = 0;");
                                code.add("List<NDArray> bestValues = List.of();");
                            });
                    code.braces("for (int epoch = 1; epoch <= EPOCHS; epoch++)", () -> epoch(code));
                    if (training.earlyStopping().isPresent()) {
                        code.add("List<NDArray> values = values(trainer);");
                        code.braces(
                                "for (int i = 0; i < bestValues.size(); i++)",
                                () -> code.add("bestValues.get(i).copyTo(values.get(i));"));
                    }
                });
        code.blank();
    }

    private void epoch(Lines code) {
        code.braces(
                "for (Batch batch : trainer.iterateDataset(train))",
                () -> {
                    code.braces("try (batch)", () -> code.add("learn(trainer, batch);"));
                    if (counted()) {
                        code.braces("if (++step == STEPS)", () -> code.add("break;"));
                    }
                });
        int every = Math.max(1, training.plannedEpochs(examples) / REPORTS);
        boolean watched =
                training.schedule().watched().isPresent()
                        || training.target().isPresent()
                        || training.earlyStopping().isPresent();
        if (every == 1 || watched) {
            figures(code);
        }
        if (every == 1) {
            report(code);
        } else {
            code.braces(
                    "if (epoch % " + every + " == 0)",
                    () -> {
                        if (!watched) {
                            figures(code);
                        }
                        report(code);
                    });
        }
        training.schedule()
                .watched()
                .ifPresent(figure -> code.add("look(" + variable(figure) + ");"));
        training.target().ifPresent(target -> target(target, code));
        training.earlyStopping().ifPresent(rule -> patience(rule, code));
    }

    private void figures(Lines code) {
        code.add("Figures learnt = evaluate(trainer, train);");
        code.addIf(tested, "Figures heldOut = evaluate(trainer, test);");
    }

    private void report(Lines code) {
        boolean classes = loss.right().isPresent();
        String figures = "loss %.4f" + (classes ? " (%.1f%%)" : "");
        String values = "%1$s.loss()" + (classes ? ", 100 * %1$s.accuracy()" : "");
        code.add(
                "System.out.printf(\"epoch %%d: training %s%s%%n\", epoch, %s%s);"
                        .formatted(
                                figures,
                                tested ? ", test " + figures : "",
                                values.formatted("learnt"),
                                tested ? ", " + values.formatted("heldOut") : ""));
    }

    /** Of the training part where nothing is held out. */
    private String variable(Figure figure) {
        return (figure.isTest() && tested ? "heldOut" : "learnt")
                + (figure.isLoss() ? ".loss()" : ".accuracy()");
    }

    /** With patience, too, the numbers then stay as they are. */
    private void target(Target target, Lines code) {
        String relation = target.figure().isLoss() ? " <= " : " >= ";
        code.braces(
                "if (" + variable(target.figure()) + relation + J.real(target.value()) + ")",
                () -> code.add(training.earlyStopping().isPresent() ? "return;" : "break;"));
    }

    private void patience(EarlyStopping rule, Lines code) {
        String figure = variable(rule.figure());
        String margin =
                rule.minDelta() == 0
                        ? ""
                        : (rule.figure().isLoss() ? " - " : " + ") + J.real(rule.minDelta());
        String relation = rule.figure().isLoss() ? " < best" : " > best";
        code.block(
                "if (" + figure + relation + margin + ") {",
                () -> {
                    code.add("best = " + figure + ";");
                    code.add("since = 0;");
                    code.add("bestValues.forEach(NDArray::close);");
                    code.add(
                            "bestValues = values(trainer).stream().map(NDArray::duplicate).toList();");
                });
        code.block("} else if (++since == " + rule.patience() + ") {", () -> code.add("break;"));
        code.add("}");
    }
}

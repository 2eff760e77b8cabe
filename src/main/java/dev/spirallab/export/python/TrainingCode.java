package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.List;
import java.util.Optional;

/**
 * How the model is taught, in PyTorch: {@code train(model, train_x, train_y, test_x, test_y)}.
 *
 * @param tested whether a part is held out
 * @param classified whether answers are right or wrong, beside the loss
 * @param augmented whether the inputs of each step are changed by chance
 * @param wideNorms whether a norm layer's own numbers have more than one dimension
 * @param examples that are learnt from, as far as that is known
 */
record TrainingCode(
        TrainingSpec training,
        boolean tested,
        boolean classified,
        boolean augmented,
        boolean wideNorms,
        int examples) {
    private static final int REPORTS = 20;

    /** Numbers that a reader may want to change. */
    String settings() {
        Lines code = new Lines();
        code.add(
                counted()
                        ? "STEPS = " + training.plannedSteps(examples)
                        : "EPOCHS = " + training.plannedEpochs(examples));
        code.addIf(!fullBatch(), "BATCH_SIZE = " + training.batchSize());
        return code.text();
    }

    private boolean fullBatch() {
        return training.batchSize() == 0;
    }

    /** Whether the end comes after so many steps; one of the full batch is an epoch. */
    private boolean counted() {
        return training.steps().isPresent() && !fullBatch();
    }

    private boolean searches() {
        return training.optimizer() instanceof OptimizerSpec.Lbfgs;
    }

    private boolean penalised() {
        Regularization penalty = training.regularization();
        return penalty.l1() != 0 || penalty.l2() != 0;
    }

    /** The penalty, a step, the batches and the loop. */
    String text() {
        Lines code = new Lines();
        if (penalised()) {
            penalty(code);
        }
        code.block("def batches(count):", () -> batches(code)).blank().blank();
        code.block("def learn(model, optimizer, inputs, targets):", () -> learn(code));
        code.blank().blank();
        if (training.warmup().isPresent() && !chained()) {
            warmup(training.warmup().get(), code);
        }
        code.block("def train(" + arguments() + "):", () -> train(code));
        return code.text();
    }

    String arguments() {
        return "model, train_x, train_y" + (tested ? ", test_x, test_y" : "");
    }

    private void penalty(Lines code) {
        Regularization penalty = training.regularization();
        code.block(
                "def penalty(model):",
                () -> {
                    code.add(
                            "\"\"\"Of the weights alone: biases and norm layers have one"
                                    + " dimension.\"\"\"");
                    code.add("weights = [p for p in model.parameters() if p.dim() > 1]");
                    String l1 =
                            "%s * sum(w.abs().sum() for w in weights)"
                                    .formatted(Py.number(penalty.l1()));
                    String l2 =
                            "%s / 2 * sum(w.square().sum() for w in weights)"
                                    .formatted(Py.number(penalty.l2()));
                    code.add(
                            "return "
                                    + (penalty.l1() == 0
                                            ? l2
                                            : penalty.l2() == 0 ? l1 : l1 + " + " + l2));
                });
        code.blank().blank();
    }

    private void batches(Lines code) {
        code.add("\"\"\"Which examples the steps of an epoch learn from.\"\"\"");
        code.add(
                fullBatch()
                        ? "return [torch.arange(count)]"
                        : "return torch.randperm(count).split(BATCH_SIZE)");
    }

    private void learn(Lines code) {
        code.add("\"\"\"One step; gives the loss of the batch before it.\"\"\"");
        code.addIf(augmented, "inputs = augment(inputs)");
        if (searches()) {
            search(code);
            return;
        }
        code.add("optimizer.zero_grad()");
        code.add("loss = criterion(model(inputs), targets)");
        code.add(penalised() ? "(loss + penalty(model)).backward()" : "loss.backward()");
        training.gradientClipping().ifPresent(clipping -> code.add(clip(clipping)));
        code.add("optimizer.step()");
        code.add("return loss.item()");
    }

    private void search(Lines code) {
        code.addIf(penalised(), "losses = []").blank();
        code.block(
                "def closure():",
                () -> {
                    code.add("optimizer.zero_grad()");
                    code.add("loss = criterion(model(inputs), targets)");
                    if (penalised()) {
                        code.add("losses.append(loss.item())");
                        code.add("loss = loss + penalty(model)");
                    }
                    code.add("loss.backward()");
                    code.add("return loss");
                });
        code.blank();
        if (penalised()) {
            code.add("optimizer.step(closure)");
            code.add("return losses[0]");
        } else {
            code.add("return optimizer.step(closure).item()");
        }
    }

    private static String clip(GradientClipping clipping) {
        Call call =
                switch (clipping) {
                    case GradientClipping.Norm(double maxNorm) ->
                            Call.of("nn.utils.clip_grad_norm_", "model.parameters()")
                                    .with("max_norm", maxNorm);
                    case GradientClipping.Value(double clipValue) ->
                            Call.of("nn.utils.clip_grad_value_", "model.parameters()")
                                    .with("clip_value", clipValue);
                };
        return call.toString();
    }

    private boolean chained() {
        return schedule().chains();
    }

    private ScheduleCode schedule() {
        return ScheduleCode.of(training.schedule(), training.optimizer(), epochs(), plannedSteps());
    }

    private String epochs() {
        return counted() ? "epochs" : "EPOCHS";
    }

    private String plannedSteps() {
        if (counted()) {
            return "STEPS";
        }
        return fullBatch() ? "EPOCHS" : "EPOCHS * math.ceil(len(train_x) / BATCH_SIZE)";
    }

    private static void warmup(Warmup warmup, Lines code) {
        code.add("@contextmanager");
        code.block(
                "def warmed_up(optimizer, step):",
                () -> {
                    code.add(
                            "\"\"\"Lowers the rate of one step, whatever the schedule says.\"\"\"");
                    code.add("rates = [group[\"lr\"] for group in optimizer.param_groups]");
                    code.block(
                            "for group in optimizer.param_groups:",
                            () -> code.add("group[\"lr\"] *= " + ScheduleCode.factor(warmup)));
                    code.add("yield");
                    code.block(
                            "for group, rate in zip(optimizer.param_groups, rates):",
                            () -> code.add("group[\"lr\"] = rate"));
                });
        code.blank().blank();
    }

    /** Whether the loop counts steps. */
    private boolean counts() {
        return counted() || (training.warmup().isPresent() && !chained());
    }

    private void train(Lines code) {
        code.addIf(counted(), "epochs = math.ceil(STEPS / math.ceil(len(train_x) / BATCH_SIZE))");
        code.add("optimizer = " + OptimizerCode.of(training.optimizer()));
        schedule().made().ifPresent(made -> code.add("schedule = " + made));
        chainedWarmup().ifPresent(made -> code.add("warmup = " + made));
        code.addIf(counts(), "step = 0");
        training.earlyStopping()
                .ifPresent(rule ->
                        code.add(
                                "best, since, best_state = "
                                        + (rule.figure().isLoss() ? "math.inf" : "-math.inf")
                                        + ", 0, None"));
        code.block("for epoch in range(" + epochs() + "):", () -> epoch(code));
        code.addIf(training.earlyStopping().isPresent(), "model.load_state_dict(best_state)");
    }

    private Optional<String> chainedWarmup() {
        return training.warmup().filter(_ -> chained()).flatMap(ScheduleCode::chained);
    }

    private void epoch(Lines code) {
        code.block("for rows in batches(len(train_x)):", () -> step(code));
        boolean watched = !watched().isEmpty();
        if (watched) {
            evaluations(code);
        }
        int every = Math.max(1, training.plannedEpochs(examples) / REPORTS);
        if (every == 1) {
            report(code, watched);
        } else {
            code.block("if (epoch + 1) % " + every + " == 0:", () -> report(code, watched));
        }
        if (schedule().made().isPresent() && !schedule().everyStep()) {
            String told = schedule().watched().map(this::variable).orElse("");
            code.add("schedule.step(" + told + ")");
        }
        training.target().ifPresent(target -> target(target, code));
        training.earlyStopping().ifPresent(rule -> patience(rule, code));
    }

    private void step(Lines code) {
        String learn = "learn(model, optimizer, train_x[rows], train_y[rows])";
        if (training.warmup().isPresent() && !chained()) {
            code.block("with warmed_up(optimizer, step):", () -> code.add(learn));
        } else {
            code.add(learn);
        }
        if (schedule().everyStep()) {
            schedule()
                    .limit()
                    .ifPresentOrElse(
                            limit ->
                                    code.block(
                                            "if schedule.last_epoch < " + (limit - 1) + ":",
                                            () -> code.add("schedule.step()")),
                            () -> code.add("schedule.step()"));
        }
        chainedWarmup().ifPresent(_ -> code.add("warmup.step()"));
        code.addIf(counts(), "step += 1");
        if (counted()) {
            code.block("if step == STEPS:", () -> code.add("break"));
        }
    }

    private List<Figure> watched() {
        List<Optional<Figure>> all =
                List.of(
                        schedule().watched(),
                        training.target().map(Target::figure),
                        training.earlyStopping().map(EarlyStopping::figure));
        return all.stream().flatMap(Optional::stream).toList();
    }

    private void evaluations(Lines code) {
        code.add("train_loss, train_accuracy = evaluate(model, train_x, train_y)");
        code.addIf(tested, "test_loss, test_accuracy = evaluate(model, test_x, test_y)");
    }

    private void report(Lines code, boolean evaluated) {
        if (!evaluated) {
            evaluations(code);
        }
        String train = "train {train_loss:.4f}" + (classified ? " ({train_accuracy:.1%})" : "");
        String test = "test {test_loss:.4f}" + (classified ? " ({test_accuracy:.1%})" : "");
        if (tested) {
            code.add("print(f\"epoch {epoch + 1}: " + train + ", \"");
            code.add("      f\"" + test + "\")");
        } else {
            code.add("print(f\"epoch {epoch + 1}: " + train + "\")");
        }
    }

    /** Of the training part where nothing is held out. */
    private String variable(Figure figure) {
        String part = figure.isTest() && tested ? "test" : "train";
        return part + (figure.isLoss() ? "_loss" : "_accuracy");
    }

    private void target(Target target, Lines code) {
        String relation = target.figure().isLoss() ? " <= " : " >= ";
        code.block(
                "if " + variable(target.figure()) + relation + Py.number(target.value()) + ":",
                () -> code.add(training.earlyStopping().isPresent() ? "return" : "break"));
    }

    private void patience(EarlyStopping rule, Lines code) {
        String figure = variable(rule.figure());
        String relation = rule.figure().isLoss() ? " < best" : " > best";
        String sign = rule.figure().isLoss() ? " - " : " + ";
        String margin = rule.minDelta() == 0 ? "" : sign + Py.number(rule.minDelta());
        code.block(
                "if " + figure + relation + margin + ":",
                () -> {
                    code.add("best, since = " + figure + ", 0");
                    code.add("best_state = copy.deepcopy(model.state_dict())");
                });
        code.block(
                "else:",
                () -> {
                    code.add("since += 1");
                    code.block("if since == " + rule.patience() + ":", () -> code.add("break"));
                });
    }
}

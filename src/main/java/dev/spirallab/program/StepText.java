package dev.spirallab.program;

import dev.spirallab.spec.training.GradientClipping;
import java.util.Optional;

/** Writes how a gradient {@code G} changes the parameters: penalties, clipping, the optimiser. */
record StepText(Network network, OptimizerRule optimizer, Optional<GradientClipping> clipping) {

    /** What the optimiser is told in each call. */
    static String terms(Runs runs) {
        return switch (runs) {
            case ONE ->
                    "mask: Tensor, rates: List[float], weight_decay: float, l1: float, l2: float";
            case MANY ->
                    "mask: Tensor, rates: Tensor, weight_decay: Tensor, l1: Tensor, l2: Tensor";
        };
    }

    /** What it needs to know before its first step. */
    void begin(Code code) {
        code.let("decays", code.runs().anyOther("weight_decay", "0."));
        code.let("has_l1", code.runs().anyOther("l1", "0."));
        code.let("has_l2", code.runs().anyOther("l2", "0."));
        unpackState(code);
    }

    private void unpackState(Code code) {
        int count = network.parameterCount();
        int start = 0;
        for (Kept vector : optimizer.vectors()) {
            code.let(vector.name(), "torch.narrow(S, -1, %d, %d)".formatted(start, count));
            start += count;
        }
        for (Kept number : optimizer.numbers()) {
            code.let(number.name(), "torch.narrow(S, -1, %d, 1)".formatted(start));
            start++;
        }
    }

    /** Lines that take a step by {@code G}. */
    void update(Code code) {
        code.comment("optimiser");
        regularize(code);
        clip(code);
        move(code);
    }

    /** {@code G} loses what is too much of it. */
    void clip(Code code) {
        clipping.ifPresent(kind -> clip(kind, code));
    }

    /** Lines that let the optimiser take its step. */
    void move(Code code) {
        code.let(
                "rate",
                switch (code.runs()) {
                    case ONE -> "rates[i]";
                    case MANY -> "torch.select(rates, 0, i)";
                });
        code.let("t", "torch.add(torch.add(step, i), 1)");
        optimizer.step(code);
    }

    /** {@code G} gains what the penalties on weights add. */
    static void regularize(Code code) {
        Runs runs = code.runs();
        code.block("if has_l2:", () -> code.run(runs.add("G", "torch.mul(P, mask)", "l2")));
        code.block(
                "if has_l1:",
                () -> code.run(runs.add("G", "torch.mul(torch.sign(P), mask)", "l1")));
    }

    private static void clip(GradientClipping clipping, Code code) {
        switch (clipping) {
            case GradientClipping.Norm norm -> {
                String length = "torch.add(torch.linalg_vector_norm(G, 2, [-1], True), 1e-06)";
                String longest = Code.number(norm.maxNorm());
                code.let("factor", "torch.mul(torch.reciprocal(" + length + "), " + longest + ")");
                code.run("torch.mul_(G, torch.clamp(factor, None, 1.))");
            }
            case GradientClipping.Value value -> {
                String limit = Code.number(value.clipValue());
                code.run("torch.clamp_(G, -" + limit + ", " + limit + ")");
            }
        }
    }
}

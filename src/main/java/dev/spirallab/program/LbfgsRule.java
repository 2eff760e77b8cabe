package dev.spirallab.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spirallab.spec.training.LineSearch;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Limited-memory BFGS (Liu and Nocedal 1989), PyTorch's step: it looks at loss and gradient of all
 * examples as often as it needs. Its methods are written out in {@code program/lbfgs.py}.
 */
record LbfgsRule(Lbfgs lbfgs) implements OptimizerRule {
    private static final String TEXT = read();

    /** What every method that looks at the loss is given. */
    private static final String PARAMETERS =
            "X: Tensor, Y: Tensor, P: Tensor, B: Tensor, rows: Tensor, share: Tensor, size: int,"
                    + " seed: int, step: int, mask: Tensor, l1: float, l2: float";

    private static final String ARGUMENTS =
            "X, Y, P, B, rows, share, size, seed, step, mask, l1, l2";

    private static final String SEARCHED =
            """
                    loss, g, t, more = (self).search($ARGUMENTS, x, d, t, loss, g, slope)
                    _ = torch.copy_(P, torch.add(x, d, alpha=t))
                    looked = looked + more
            """;

    private static final String STRAIGHT =
            """
                    _ = torch.copy_(P, torch.add(x, d, alpha=t))
                    if done != $MAX_ITER:
                      shown, loss, g = (self).objective($ARGUMENTS)
                      looked = looked + 1
            """;

    private static String read() {
        try (InputStream text = LbfgsRule.class.getResourceAsStream("/program/lbfgs.py")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Direction, gradient, and the pairs of the history. */
    @Override
    public List<Kept> vectors() {
        return Collections.nCopies(2 + 2 * lbfgs.historySize(), Kept.zeros("S"));
    }

    /**
     * Length and scale of the last step, whether there was one, how many pairs, the next's place.
     */
    @Override
    public List<Kept> numbers() {
        return Collections.nCopies(5, Kept.zeros("numbers"));
    }

    @Override
    public boolean searches() {
        return true;
    }

    /** Each run would search for itself. */
    @Override
    public boolean together() {
        return false;
    }

    @Override
    public void step(Code code) {
        code.let(
                "loss",
                "(self).improve(X, Y, P, B, rows, share, sizes[i], seed, torch.add(step, i), mask,"
                        + " l1, l2, S, rates[i])");
        code.run("torch.fill_(" + LossRule.slot() + ", loss)");
    }

    @Override
    public void methods(Code code) {
        String along = lbfgs.lineSearchFn() == LineSearch.strongWolfe ? SEARCHED : STRAIGHT;
        String text = TEXT.replace("$ALONG\n", along);
        for (Map.Entry<String, String> word : words().entrySet()) {
            text = text.replace("$" + word.getKey(), word.getValue());
        }
        code.methods(text);
    }

    private Map<String, String> words() {
        return Map.of(
                "PARAMETERS", PARAMETERS,
                "ARGUMENTS", ARGUMENTS,
                "MAX_ITER", String.valueOf(lbfgs.maxIter()),
                "MAX_EVAL", String.valueOf(lbfgs.evaluations()),
                "HISTORY", String.valueOf(lbfgs.historySize()),
                "TOLERANCE_GRAD", Code.number(lbfgs.toleranceGrad()),
                "TOLERANCE_CHANGE", Code.number(lbfgs.toleranceChange()));
    }
}

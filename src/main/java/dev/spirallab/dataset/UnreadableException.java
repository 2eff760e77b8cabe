package dev.spirallab.dataset;

import dev.spirallab.spec.Problem;

/** Ends the making of a data set whose file is missing, or other than the document says. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    public UnreadableException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

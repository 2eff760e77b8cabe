package dev.spirallab.lesson;

import java.util.List;

/** All lessons, in the order of the course. */
public final class Lessons {
    public static final List<Lesson> ALL =
            List.of(
                    lesson(Part.PLANE, "a1"),
                    lesson(Part.PLANE, "a2"),
                    lesson(Part.PLANE, "a3", "wide", "deep"),
                    lesson(Part.PLANE, "a4", "sigmoid", "tanh", "relu"),
                    lesson(Part.PLANE, "a5", "sgd", "adam"),
                    lesson(Part.PLANE, "a6"),
                    lesson(Part.PLANE, "a7", "crossEntropy", "mse", "sigmoid", "softmax"),
                    lesson(Part.REGRESSION, "b1"),
                    lesson(Part.REGRESSION, "b2"),
                    lesson(Part.REGRESSION, "b3"),
                    lesson(Part.REGRESSION, "b4"),
                    lesson(Part.REGRESSION, "b5", "one", "two"),
                    lesson(Part.REGRESSION, "b6", "mse", "huber"),
                    lesson(Part.REGRESSION, "b7"),
                    lesson(Part.REGRESSION, "b8", "small", "right", "large"),
                    lesson(Part.STEP, "c1"),
                    lesson(
                            Part.STEP,
                            "c3",
                            "zeros",
                            "constant",
                            "normal",
                            "uniform",
                            "xavier",
                            "kaiming"),
                    lesson(
                            Part.STEP,
                            "c6",
                            "constant",
                            "step",
                            "multiStep",
                            "exponential",
                            "cosine",
                            "oneCycle",
                            "warmup",
                            "plateau"),
                    lesson(Part.STEP, "c7"),
                    lesson(Part.STEP, "c8", "without", "with"),
                    lesson(Part.STEP, "c9"),
                    lesson(Part.STEP, "c10", "free", "value", "norm"),
                    lesson(Part.TABLES, "d1"),
                    lesson(Part.TABLES, "d2", "tuned", "best", "synthetic"),
                    lesson(Part.TABLES, "d3", "overfit", "earlyStopping", "l2", "dropout", "more"),
                    lesson(Part.IMAGES, "e1", "plain", "relu", "batchNorm"),
                    lesson(Part.IMAGES, "e2", "mnist", "printed"),
                    lesson(Part.IMAGES, "e6"));

    private Lessons() {}

    private static Lesson lesson(Part part, String id, String... variants) {
        return new Lesson(part, id, List.of(variants));
    }
}

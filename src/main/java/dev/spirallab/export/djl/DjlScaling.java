package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Scaling;

/** Numbers brought to one scale, in Java; what is learnt from is the measure. */
final class DjlScaling {
    private DjlScaling() {}

    /** A function {@code scale(parts)} for each column of the inputs. */
    static void columns(Lines code) {
        code.add(
                """
                static void scale(Parts<Example> parts) {
                    for (int i = 0; i < parts.train().getFirst().input().length; i++) {
                        int column = i;
                        double[] scale =
                                measure(parts.train().stream()
                                        .mapToDouble(example -> example.input()[column])
                                        .toArray());
                        for (List<Example> part : List.of(parts.train(), parts.test())) {
                            for (Example example : part) {
                                float value = example.input()[column];
                                example.input()[column] = (float) ((value - scale[0]) / scale[1]);
                            }
                        }
                    }
                }
                """);
    }

    /** A function that says how much to subtract and then to divide by. */
    static void measure(Scaling scaling, Lines code) {
        boolean standard = scaling == Scaling.standardize;
        code.add(
                standard
                        ? "/** Mean and deviation. */"
                        : "/** The least, and how much more the greatest is. */");
        code.add(
                """
                static double[] measure(double... seen) {
                    double shift = Arrays.stream(seen).%s().orElse(0);
                    double scale = %s;
                    return new double[] {shift, scale > 1e-12 ? scale : 1};
                }
                """
                        .formatted(
                                standard ? "average" : "min",
                                standard
                                        ? "Math.sqrt(Arrays.stream(seen).map(x -> (x - shift) * (x -"
                                                + " shift)).average().orElse(0))"
                                        : "Arrays.stream(seen).max().orElse(0) - shift"));
    }
}

package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;

import dev.spirallab.engine.Glance;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Layers that make each number of the output from numbers at the same place. */
enum ElementReasoning {
    /** What goes in comes out, if in another shape. */
    SAME {
        @Override
        String value(Spot spot, int k) {
            return equation(
                    left(spot, k) + " = " + Tex.at("x", spot.input().shape(), k),
                    "",
                    spot.output().head()[k]);
        }

        @Override
        String input(Spot spot, int which, int k) {
            return equation(
                    back(spot, which, k) + " = " + forth(spot, k),
                    "",
                    spot.visit().inputGradients().get(which).head()[k]);
        }
    },
    SUM {
        @Override
        String value(Spot spot, int k) {
            return equation(left(spot, k), joined(spot, k, -1, " + "), spot.output().head()[k]);
        }

        @Override
        String input(Spot spot, int which, int k) {
            return SAME.input(spot, which, k);
        }
    },
    PRODUCT {
        @Override
        String value(Spot spot, int k) {
            return equation(
                    left(spot, k), joined(spot, k, -1, " \\cdot "), spot.output().head()[k]);
        }

        @Override
        String input(Spot spot, int which, int k) {
            return equation(
                    back(spot, which, k),
                    factor(spot.visit().output().gradient().head()[k])
                            + " \\cdot "
                            + joined(spot, k, which, " \\cdot "),
                    spot.visit().inputGradients().get(which).head()[k]);
        }
    },
    /** A slope below 0 and another above. */
    BENT {
        @Override
        String value(Spot spot, int k) {
            float x = spot.input().head()[k];
            float y = spot.output().head()[k];
            return equation(left(spot, k), x > 0 || x == 0 ? number(x) : Tex.product(y / x, x), y);
        }

        @Override
        String input(Spot spot, int which, int k) {
            float after = spot.visit().output().gradient().head()[k];
            float before = spot.visit().inputGradients().get(which).head()[k];
            String slope = after == 0 ? "" : " \\cdot " + factor(before / after);
            return equation(back(spot, which, k), factor(after) + slope, before);
        }
    },
    /** Something is added that does not depend on the input. */
    SHIFTED {
        @Override
        String value(Spot spot, int k) {
            float x = spot.input().head()[k];
            float y = spot.output().head()[k];
            return equation(left(spot, k), number(x) + " + " + factor(y - x), y);
        }

        @Override
        String input(Spot spot, int which, int k) {
            return SAME.input(spot, which, k);
        }
    };

    abstract String value(Spot spot, int k);

    abstract String input(Spot spot, int which, int k);

    Reasoning at(Spot spot) {
        return new Reasoning() {
            @Override
            public String value(int k) {
                return spot.inputs().stream().allMatch(input -> input.knows(k))
                        ? ElementReasoning.this.value(spot, k)
                        : "";
            }

            @Override
            public String input(int which, int k) {
                return ElementReasoning.this.input(spot, which, k);
            }
        };
    }

    private static String left(Spot spot, int k) {
        return Tex.at("y", spot.output().shape(), k);
    }

    private static String back(Spot spot, int which, int k) {
        Glance found = spot.visit().inputGradients().get(which);
        return Tex.slope(Tex.at(spot.letterOf(which), found.shape(), k));
    }

    private static String forth(Spot spot, int k) {
        return Tex.slope(left(spot, k));
    }

    private static String joined(Spot spot, int k, int without, String sign) {
        List<Glance> inputs = spot.inputs();
        return IntStream.range(0, inputs.size())
                .filter(i -> i != without)
                .mapToObj(i -> factor(inputs.get(i).head()[k]))
                .collect(Collectors.joining(sign));
    }
}

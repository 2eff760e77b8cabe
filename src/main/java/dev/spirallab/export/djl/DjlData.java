package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Gauss;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.LinearRegression;
import dev.spirallab.spec.data.Moons;
import dev.spirallab.spec.data.MultiGauss;
import dev.spirallab.spec.data.OutlierRegression;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.PolynomialRegression;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.data.Xor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the examples come from, in Java: {@code load()} gives both parts. */
record DjlData(DatasetSpec dataset) {

    void write(Lines code) {
        code.add("/** What the model is shown, and what it should answer. */");
        code.add("record Example(float[] input, float... target) {}");
        code.blank();
        code.add("/** What is learnt from and what is held out. */");
        code.add("record Parts<T>(List<T> train, List<T> test) {}");
        code.blank();
        switch (dataset) {
            case Table table -> new DjlTable(table).write(code);
            case ImageDataset images -> new DjlImages(images).write(code);
            case FeaturedDataset points -> {
                points(points, code);
                code.blank();
                features(points, code);
                load(points.standardize() ? Scaling.standardize : Scaling.none, code);
            }
            case FormulaDataset formula -> {
                made(formula.seed(), code, () -> code.add(formula(formula)));
                load(Scaling.none, code);
            }
            case Inline inline -> {
                inline(inline, code);
                load(Scaling.none, code);
            }
            case PhonePrices phones -> {
                made(phones.seed(), code, () -> code.add(DjlPhones.text(phones)));
                load(phones.scaling(), code);
            }
        }
        if (isSplit()) {
            code.blank();
            split(code);
        }
    }

    private void made(long seed, Lines code, Runnable examples) {
        boolean chance = !(dataset instanceof Inline) || dataset.testSize() > 0;
        code.braces(
                "static List<Example> examples()",
                () -> {
                    code.addIf(chance, "Random random = new Random(" + seed + ");");
                    code.add("List<Example> all = new ArrayList<>();");
                    examples.run();
                    code.addIf(chance, "Collections.shuffle(all, random);");
                    code.add("return all;");
                });
    }

    private void points(FeaturedDataset points, Lines code) {
        switch (points) {
            case PlaneDataset made -> made(made.seed(), code, () -> plane(made, code));
            case Points drawn -> {
                List<String> rows =
                        drawn.points().stream()
                                .map(point ->
                                        row(
                                                List.of(point.x1(), point.x2()),
                                                List.of((double) point.label())))
                                .toList();
                written(rows, drawn.seed(), "features(input[0], input[1])", code);
            }
        }
    }

    private static String row(List<Double> input, List<Double> target) {
        return Rows.numbers(input) + " -> " + Rows.numbers(target);
    }

    /**
     * @param input what becomes of the numbers {@code input} of a row
     */
    private void written(List<String> rows, long seed, String input, Lines code) {
        code.add("static final String ROWS = " + Rows.text(rows) + ";");
        code.blank();
        made(
                seed,
                code,
                () ->
                        code.braces(
                                "for (String row : ROWS.lines().toList())",
                                () -> {
                                    code.add("String[] sides = row.split(\" -> \");");
                                    code.add("float[] input = numbers(sides[0]);");
                                    code.add(
                                            "all.add(new Example(%s, numbers(sides[1])));"
                                                    .formatted(input));
                                }));
        code.blank();
        code.add(
                """
                static float[] numbers(String text) {
                    String[] parts = text.split(", ");
                    float[] numbers = new float[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        numbers[i] = Float.parseFloat(parts[i]);
                    }
                    return numbers;
                }
                """);
    }

    private void load(Scaling scaling, Lines code) {
        code.blank();
        code.braces(
                "static Parts<Example> load()",
                () -> {
                    code.add("List<Example> all = examples();");
                    parted(dataset, code);
                    code.addIf(scaling != Scaling.none, "scale(parts);");
                    code.add("return parts;");
                });
        if (scaling != Scaling.none) {
            code.blank();
            DjlScaling.columns(code);
            code.blank();
            DjlScaling.measure(scaling, code);
        }
    }

    /** Lines that make {@code parts} of {@code all}; of each class a share is held out. */
    static void parted(DatasetSpec dataset, Lines code) {
        if (dataset.testSize() == 0) {
            code.add("Parts<Example> parts = new Parts<>(all, List.of());");
            return;
        }
        code.addIf(
                dataset.task() instanceof Task.Classification,
                "all.sort(Comparator.comparing(example -> example.target()[0]));");
        code.add(
                "Parts<Example> parts = split(all, %s);"
                        .formatted(J.real((double) dataset.testSize() / dataset.size())));
    }

    /** Whether rows are held out by chance. */
    private boolean isSplit() {
        Holdout holdout =
                switch (dataset) {
                    case Table table -> table.holdout();
                    case ImageDataset images -> DjlImages.holdout(images);
                    case FeaturedDataset _, FormulaDataset _, Inline _, PhonePrices _ ->
                            Holdout.random;
                };
        return holdout == Holdout.random && dataset.testSize() > 0;
    }

    private static void split(Lines code) {
        code.add(
                """
                /** Holds out a share, evenly spread. */
                static <T> Parts<T> split(List<T> all, double share) {
                    List<T> learnt = new ArrayList<>();
                    List<T> heldOut = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        long before = Math.round(i * share);
                        long after = Math.round((i + 1) * share);
                        (after > before ? heldOut : learnt).add(all.get(i));
                    }
                    return new Parts<>(learnt, heldOut);
                }
                """);
    }

    private static void features(FeaturedDataset points, Lines code) {
        String features =
                points.features().stream()
                        .map(DjlData::feature)
                        .collect(Collectors.joining(", ", "return new float[] {", "};"));
        code.braces("static float[] features(double x1, double x2)", () -> code.add(features));
    }

    private static String feature(Feature feature) {
        String value =
                switch (feature) {
                    case x1 -> "x1";
                    case x2 -> "x2";
                    case x1Squared -> "(x1 * x1)";
                    case x2Squared -> "(x2 * x2)";
                    case x1x2 -> "(x1 * x2)";
                    case sinX1 -> "Math.sin(x1)";
                    case sinX2 -> "Math.sin(x2)";
                };
        return "(float) " + value;
    }

    private static void plane(PlaneDataset made, Lines code) {
        String noise = J.real(made.noise());
        code.braces(
                "for (int i = 0; i < " + made.samples() + "; i++)",
                () -> code.add(point(made).replace("NOISE", noise + " * random.nextGaussian()")));
    }

    /** Lines that add one point; those of the classes take turns. */
    private static String point(PlaneDataset made) {
        return switch (made) {
            case Spiral spiral ->
                    """
                    int label = i %% %1$d;
                    double t = (i / %1$d) / (double) ((%2$d - 1) / %1$d);
                    double angle = 2 * Math.PI / %1$d * (2 * t + label) + NOISE;
                    all.add(new Example(features(t * Math.sin(angle), t * Math.cos(angle)), label));
                    """
                            .formatted(spiral.classes(), spiral.samples());
            case Circle circle ->
                    """
                    int label = i %% %1$d;
                    double radius = (label + 0.7 * random.nextDouble() + NOISE) / (%1$d - 0.3);
                    double angle = 2 * Math.PI * random.nextDouble();
                    all.add(new Example(features(radius * Math.sin(angle), radius * Math.cos(angle)), label));
                    """
                            .formatted(circle.classes());
            case Gauss gauss ->
                    """
                    int label = i %% %1$d;
                    double angle = 2 * Math.PI * label / %1$d;
                    double x1 = 0.6 * Math.sin(angle) + NOISE;
                    double x2 = 0.6 * Math.cos(angle) + NOISE;
                    all.add(new Example(features(x1, x2), label));
                    """
                            .formatted(gauss.classes());
            case Xor _ ->
                    """
                    int label = i % 2;
                    int sign1 = i % 4 < 2 ? 1 : -1;
                    int sign2 = label == 0 ? sign1 : -sign1;
                    double x1 = sign1 * random.nextDouble(0.1, 0.95) + NOISE;
                    double x2 = sign2 * random.nextDouble(0.1, 0.95) + NOISE;
                    all.add(new Example(features(x1, x2), label));
                    """;
            case Moons moons ->
                    """
                    int label = i %% 2;
                    double angle = Math.PI * (i / 2) / ((%d - 1) / 2);
                    double x1 = (label == 0 ? Math.cos(angle) : 1 - Math.cos(angle)) + NOISE;
                    double x2 = (label == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)) + NOISE;
                    all.add(new Example(features((x1 - 0.5) / 1.5, (x2 - 0.25) / 1.5), label));
                    """
                            .formatted(moons.samples());
            case Plane _ ->
                    """
                    double x1 = random.nextDouble(-1, 1);
                    double x2 = random.nextDouble(-1, 1);
                    all.add(new Example(features(x1, x2), (float) ((x1 + x2) / 2 + NOISE)));
                    """;
            case MultiGauss _ ->
                    """
                    double x1 = random.nextDouble(-1, 1);
                    double x2 = random.nextDouble(-1, 1);
                    double height = NOISE;
                    for (int column = -1; column <= 1; column++) {
                        for (int row = -1; row <= 1; row += 2) {
                            double d1 = x1 - 0.7 * column;
                            double d2 = x2 - 0.45 * row;
                            int sign = (column == 0 ? -1 : 1) * row;
                            height += sign * Math.exp(-(d1 * d1 + d2 * d2) / (2 * 0.2 * 0.2));
                        }
                    }
                    all.add(new Example(features(x1, x2), (float) height));
                    """;
        };
    }

    private static String formula(FormulaDataset formula) {
        String noise = J.real(formula.noise()) + " * random.nextGaussian()";
        return switch (formula) {
            case LinearRegression line ->
                    line(line.samples(), line.weights(), line.bias(), noise, "");
            case OutlierRegression line ->
                    line(
                            line.samples(),
                            line.weights(),
                            line.bias(),
                            noise,
                            " + (random.nextDouble() < %s ? %s * random.nextDouble(0.5, 1.5) : 0)"
                                    .formatted(
                                            J.real(line.outlierShare()),
                                            J.real(line.outlierSize())));
            case PolynomialRegression polynomial ->
                    """
                    float[] coefficients = %s;
                    for (int i = 0; i < %d; i++) {
                        double x = random.nextGaussian();
                        double y = coefficients[0] + %s;
                        float[] powers = new float[coefficients.length - 1];
                        for (int power = 1; power <= powers.length; power++) {
                            powers[power - 1] = (float) Math.pow(x, power);
                            y += coefficients[power] * Math.pow(x, power);
                        }
                        all.add(new Example(powers, (float) y));
                    }
                    """
                            .formatted(
                                    J.singles(polynomial.coefficients()),
                                    polynomial.samples(),
                                    noise);
        };
    }

    private static String line(
            int samples, List<Double> weights, double bias, String noise, String more) {
        return """
        float[] weights = %s;
        for (int i = 0; i < %d; i++) {
            float[] x = new float[weights.length];
            double y = %s + %s%s;
            for (int j = 0; j < x.length; j++) {
                x[j] = (float) random.nextGaussian();
                y += weights[j] * x[j];
            }
            all.add(new Example(x, (float) y));
        }
        """
                .formatted(J.singles(weights), samples, J.real(bias), noise, more);
    }

    private void inline(Inline inline, Lines code) {
        List<String> rows =
                IntStream.range(0, inline.size())
                        .mapToObj(row -> row(inline.inputs().get(row), target(inline, row)))
                        .toList();
        written(rows, inline.seed(), "input", code);
    }

    private static List<Double> target(Inline inline, int row) {
        return inline.labels()
                .map(labels -> List.of((double) labels.get(row)))
                .orElseGet(() -> inline.targets().orElseThrow().get(row));
    }
}

package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.Gauss;
import dev.spirallab.spec.data.Moons;
import dev.spirallab.spec.data.MultiGauss;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Xor;
import java.util.List;
import java.util.stream.Collectors;

/** Points of the plane. Made-up ones have the same formulas and other random numbers. */
record PlaneCode(FeaturedDataset dataset) implements DataCode {

    @Override
    public void functions(Lines code) {
        switch (dataset) {
            case PlaneDataset made -> code.add(generator(made)).blank().blank();
            case Points drawn -> points(drawn, code);
        }
        if (dataset.testSize() > 0) {
            DataCode.split(code, dataset.task());
        }
    }

    private static void points(Points drawn, Lines code) {
        code.block(
                "POINTS = torch.tensor([",
                () ->
                        drawn.points()
                                .forEach(point ->
                                        code.add(Py.reals(List.of(point.x1(), point.x2())) + ",")));
        code.add("])");
        code.add(
                "LABELS = torch.tensor("
                        + drawn.points().stream().map(Points.Point::label).toList()
                        + ")");
        code.blank().blank();
    }

    private static String generator(PlaneDataset made) {
        return switch (made) {
            case Spiral _ ->
                    """
                    def spiral(samples, noise, classes):
                        \"""For class c and t evenly spaced in [0, 1]: the point t (sin a, cos a),
                        angle a = 2 pi / classes (2 t + c) + noise N(0, 1).\"""
                        points, labels = [], []
                        for label in range(classes):
                            count = samples // classes + (label < samples % classes)
                            t = torch.linspace(0, 1, count)
                            angle = 2 * math.pi / classes * (2 * t + label)
                            angle += noise * torch.randn(count)
                            points.append(torch.stack([t * angle.sin(), t * angle.cos()], 1))
                            labels.append(torch.full([count], label))
                        return torch.cat(points), torch.cat(labels)
                    """;
            case Circle _ ->
                    """
                    def circle(samples, noise, classes):
                        \"""Rings, the first a disc: any angle, for class c the radius
                        (c + 0.7 U(0, 1) + noise N(0, 1)) / (classes - 0.3).\"""
                        labels = (torch.arange(samples) % classes).sort().values
                        radius = labels + 0.7 * torch.rand(samples) + noise * torch.randn(samples)
                        radius /= classes - 0.3
                        angle = 2 * math.pi * torch.rand(samples)
                        return torch.stack([radius * angle.sin(), radius * angle.cos()], 1), labels
                    """;
            case Xor _ ->
                    """
                    def xor(samples, noise):
                        \"""Uniform in the squares 0.1 <= |x| <= 0.95, moved by noise N(0, 1).\"""
                        quarter = torch.arange(samples) % 4
                        sides = torch.tensor([[1, 1], [1, -1], [-1, -1], [-1, 1]])[quarter]
                        points = sides * (0.1 + 0.85 * torch.rand(samples, 2))
                        return points + noise * torch.randn(samples, 2), quarter % 2
                    """;
            case Gauss _ ->
                    """
                    def gauss(samples, noise, classes):
                        \"""Round clouds about centres on a circle of radius 0.6.\"""
                        labels = (torch.arange(samples) % classes).sort().values
                        angle = 2 * math.pi * labels / classes
                        centers = 0.6 * torch.stack([angle.sin(), angle.cos()], 1)
                        return centers + noise * torch.randn(samples, 2), labels
                    """;
            case Moons _ ->
                    """
                    def moons(samples, noise):
                        \"""For t evenly spaced in [0, pi]: (cos t, sin t) and (1 - cos t, 0.5 - sin t),
                        moved by noise N(0, 1), then centred and shrunk by 1.5.\"""
                        upper = torch.linspace(0, math.pi, (samples + 1) // 2)
                        lower = torch.linspace(0, math.pi, samples // 2)
                        points = torch.cat([
                            torch.stack([upper.cos(), upper.sin()], 1),
                            torch.stack([1 - lower.cos(), 0.5 - lower.sin()], 1),
                        ])
                        points += noise * torch.randn(samples, 2)
                        labels = (torch.arange(samples) >= len(upper)).long()
                        return (points - torch.tensor([0.5, 0.25])) / 1.5, labels
                    """;
            case Plane _ ->
                    """
                    def plane(samples, noise):
                        \"""The target is (x1 + x2) / 2 + noise N(0, 1).\"""
                        points = 2 * torch.rand(samples, 2) - 1
                        heights = points.mean(1, keepdim=True)
                        return points, heights + noise * torch.randn(samples, 1)
                    """;
            case MultiGauss _ ->
                    """
                    def bumps(samples, noise):
                        \"""The target is a sum of six bumps +-exp(-d^2 / (2 0.2^2)) + noise N(0, 1).\"""
                        points = 2 * torch.rand(samples, 2) - 1
                        heights = noise * torch.randn(samples)
                        for column in (-1, 0, 1):
                            for row in (-1, 1):
                                center = torch.tensor([0.7 * column, 0.45 * row])
                                sign = (-1 if column == 0 else 1) * row
                                distance = (points - center).square().sum(1)
                                heights += sign * torch.exp(-distance / (2 * 0.2 ** 2))
                        return points, heights.unsqueeze(1)
                    """;
        };
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        code.add("torch.manual_seed(" + dataset.seed() + ")");
        code.add((plain() ? "inputs" : "points") + ", targets = " + examples());
        code.add(DataCode.parted(dataset));
        code.addIf(!plain(), "inputs = " + features());
        if (dataset.standardize()) {
            code.add("mean, std = inputs[train].mean(0), inputs[train].std(0, correction=0)");
            code.add("inputs = (inputs - mean) / torch.where(std > 1e-12, std, 1)");
        }
        DataCode.shapeTargets(code, targets, dataset.task());
    }

    private String examples() {
        return switch (dataset) {
            case PlaneDataset made -> call(made);
            case Points _ -> "POINTS, LABELS";
        };
    }

    private static String call(PlaneDataset made) {
        return switch (made) {
            case Spiral spiral -> call("spiral", made).with("classes", spiral.classes()).toString();
            case Circle circle -> call("circle", made).with("classes", circle.classes()).toString();
            case Xor _ -> call("xor", made).toString();
            case Gauss gauss -> call("gauss", made).with("classes", gauss.classes()).toString();
            case Moons _ -> call("moons", made).toString();
            case Plane _ -> call("plane", made).toString();
            case MultiGauss _ -> call("bumps", made).toString();
        };
    }

    private static Call call(String function, PlaneDataset made) {
        return Call.of(function).with("samples", made.samples()).with("noise", made.noise());
    }

    /** Whether a point is shown as it is. */
    private boolean plain() {
        return dataset.features().equals(List.of(Feature.x1, Feature.x2));
    }

    private String features() {
        return dataset.features().stream()
                .map(PlaneCode::feature)
                .collect(Collectors.joining(", ", "torch.stack([", "], 1)"));
    }

    private static String feature(Feature feature) {
        return switch (feature) {
            case x1 -> "points[:, 0]";
            case x2 -> "points[:, 1]";
            case x1Squared -> "points[:, 0] ** 2";
            case x2Squared -> "points[:, 1] ** 2";
            case x1x2 -> "points.prod(1)";
            case sinX1 -> "points[:, 0].sin()";
            case sinX2 -> "points[:, 1].sin()";
        };
    }
}

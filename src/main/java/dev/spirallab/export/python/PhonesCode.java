package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Scaling;

/** Made-up phones: the same formulas, other random numbers. */
record PhonesCode(PhonePrices dataset) implements DataCode {
    private static final String GENERATOR =
            """
            def whole(samples, least, greatest):
                return torch.randint(least, greatest + 1, [samples]).float()


            def coin(samples, probability):
                return (torch.rand(samples) < probability).float()


            def phones(samples, noise):
                \"""What one is worth is mostly its memory, then its battery and its pixels, less its
                weight, and some chance; the quarters of that are the price ranges.\"""
                three_g = coin(samples, 0.76)
                camera = whole(samples, 0, 20)
                height = whole(samples, 5, 19)
                battery = whole(samples, 500, 2000)
                weight = whole(samples, 80, 200)
                pixels = torch.minimum(whole(samples, 0, 1960), whole(samples, 0, 1960))
                width = whole(samples, 500, 1998)
                memory = whole(samples, 256, 3998)
                columns = [
                    battery,
                    coin(samples, 0.5),  # bluetooth
                    whole(samples, 5, 30) / 10,  # clock speed
                    coin(samples, 0.5),  # two cards
                    (camera * torch.rand(samples)).floor(),  # front camera
                    three_g * coin(samples, 0.68),  # 4G
                    whole(samples, 2, 64),  # storage
                    whole(samples, 1, 10) / 10,  # depth
                    weight,
                    whole(samples, 1, 8),  # cores
                    camera,
                    pixels,
                    width,
                    memory,
                    height,
                    (height * torch.rand(samples)).floor(),  # width of the screen
                    whole(samples, 2, 20),  # hours of talk
                    three_g,
                    coin(samples, 0.5),  # touch screen
                    coin(samples, 0.5),  # wireless network
                ]
                worth = 3 * memory / 3998 + 0.7 * battery / 2000 - 0.2 * weight / 200
                worth += 0.45 * (pixels / 1960 + width / 1998) + noise * torch.randn(samples)
                return torch.stack(columns, 1), worth.argsort().argsort() * 4 // samples
            """;

    @Override
    public void functions(Lines code) {
        code.add(GENERATOR).blank().blank();
        if (dataset.testSize() > 0) {
            DataCode.split(code, dataset.task());
        }
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        code.add("torch.manual_seed(" + dataset.seed() + ")");
        code.add(
                "inputs, targets = "
                        + Call.of("phones")
                                .with("samples", dataset.samples())
                                .with("noise", dataset.noise()));
        code.add(DataCode.parted(dataset));
        if (dataset.scaling() == Scaling.standardize) {
            code.add("shift, scale = inputs[train].mean(0), inputs[train].std(0, correction=0)");
        } else if (dataset.scaling() == Scaling.minMax) {
            code.add("shift, most = inputs[train].amin(0), inputs[train].amax(0)");
            code.add("scale = most - shift");
        }
        code.addIf(
                dataset.scaling() != Scaling.none,
                "inputs = (inputs - shift) / torch.where(scale > 1e-12, scale, 1)");
        DataCode.shapeTargets(code, targets, dataset.task());
    }
}

package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PrintedDigits;

/** Images, {@code [N, channels, height, width]}: read from their files, or printed by Pillow. */
record ImageCode(ImageDataset dataset) implements DataCode {
    private static final String IDX =
            """
            def read_idx(path):
                with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
                    data = file.read()
                sizes = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(data[3])]
                return torch.frombuffer(bytearray(data[4 + 4 * data[3] :]), dtype=torch.uint8).view(sizes)
            """;

    private static final String PRINTED =
            """
            def print_digit(digit, rotation, shift, noise):
                \"""White on black, in Pillow's own font: other digits than Spiral Lab's, made alike.\"""
                image = Image.new("L", (28, 28))
                font = ImageFont.load_default(20)
                ImageDraw.Draw(image).text((14, 14), str(digit), 255, font, anchor="mm")
                angle, right, down = (2 * torch.rand(3) - 1).tolist()
                image = image.rotate(
                    angle * rotation, Image.BILINEAR, translate=(right * shift, down * shift))
                pixels = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8).view(1, 28, 28)
                return (pixels / 255 + noise * torch.randn(1, 28, 28)).clamp(0, 1)
            """;

    @Override
    public void functions(Lines code) {
        switch (dataset) {
            case Idx _ -> code.add(IDX);
            case ImageFolders folders -> code.add(folders(folders));
            case PrintedDigits _ -> code.add(PRINTED);
        }
        code.blank().blank();
        if (drawn()) {
            DataCode.split(code, dataset.task());
        }
        if (augments()) {
            augment(code);
        }
    }

    private static String folders(ImageFolders folders) {
        return """
        def read_folder(archive, folder):
            names = [name for name in archive.namelist() if name.rpartition("/")[0] == folder]
            images = []
            for name in sorted(names):
                if name.lower().endswith((".png", ".jpg", ".jpeg")):
                    with archive.open(name) as file:
                        image = Image.open(file).convert("%s").resize((%d, %d), Image.BILINEAR)
                    pixels = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8)
                    images.append(pixels.view(image.height, image.width, -1).permute(2, 0, 1))
            return torch.stack(images)
        """
                .formatted(folders.color() ? "RGB" : "L", folders.width(), folders.height());
    }

    /** Whether rows are held out by chance. */
    private boolean drawn() {
        Holdout holdout =
                switch (dataset) {
                    case Idx idx -> idx.test().isPresent() ? Holdout.last : idx.holdout();
                    case ImageFolders folders -> folders.holdout();
                    case PrintedDigits _ -> Holdout.random;
                };
        return holdout == Holdout.random && dataset.testSize() > 0;
    }

    @Override
    public boolean augments() {
        return !dataset.augmentation().isEmpty();
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        code.add("torch.manual_seed(" + dataset.seed() + ")");
        switch (dataset) {
            case Idx idx -> idx(idx, code);
            case ImageFolders folders -> folders(folders, code);
            case PrintedDigits digits -> printed(digits, code);
        }
        dataset.transforms().forEach(transform -> code.add("inputs = " + transformed(transform)));
        code.add(
                drawn()
                        ? DataCode.parted(dataset)
                        : "train = torch.arange(" + dataset.trainSize() + ")");
        code.addIf(
                !drawn() && dataset.testSize() > 0,
                "test = torch.arange(%d, %d)".formatted(dataset.trainSize(), dataset.size()));
        normalize(code);
        DataCode.shapeTargets(code, targets, dataset.task());
    }

    private static void idx(Idx idx, Lines code) {
        code.add("inputs = " + read(idx.train().images().name()));
        code.add("targets = " + read(idx.train().labels().name()));
        idx.test()
                .ifPresent(test -> {
                    code.add("inputs = torch.cat([inputs, " + read(test.images().name()) + "])");
                    code.add("targets = torch.cat([targets, " + read(test.labels().name()) + "])");
                });
        code.add("inputs, targets = inputs.unsqueeze(1) / 255, targets.long()");
    }

    private static String read(String file) {
        return "read_idx(" + Py.string(file) + ")";
    }

    private static void folders(ImageFolders folders, Lines code) {
        code.block(
                "with zipfile.ZipFile(" + Py.string(folders.content().name()) + ") as archive:",
                () ->
                        code.add(
                                "classes = [read_folder(archive, folder) for folder in "
                                        + Py.strings(folders.folders())
                                        + "]"));
        code.add("inputs = torch.cat(classes) / 255");
        code.add(
                "targets = torch.cat([torch.full([len(images)], label) for label, images in"
                        + " enumerate(classes)])");
    }

    private static void printed(PrintedDigits digits, Lines code) {
        code.add("targets = torch.arange(" + digits.samples() + ") % 10");
        code.add(
                "inputs = torch.stack([print_digit(digit, %s, %s, %s) for digit in targets.tolist()])"
                        .formatted(
                                Py.number(digits.rotation()),
                                Py.number(digits.shift()),
                                Py.number(digits.noise())));
    }

    private static String transformed(ImageTransform transform) {
        return switch (transform) {
            case ImageTransform.Resize(int height, int width) ->
                    "F.interpolate(inputs, (%d, %d), mode=\"bilinear\", antialias=True)"
                            .formatted(height, width);
            case ImageTransform.CenterCrop(int height, int width) ->
                    ("F.pad(inputs, [(%2$d - inputs.shape[3] + 1) // 2, (%2$d - inputs.shape[3]) //"
                                    + " 2, (%1$d - inputs.shape[2] + 1) // 2,"
                                    + " (%1$d - inputs.shape[2]) // 2])")
                            .formatted(height, width);
            case ImageTransform.Pad(int padding) -> "F.pad(inputs, [" + padding + "] * 4)";
            case ImageTransform.Grayscale _ ->
                    "(inputs * torch.tensor([0.299, 0.587, 0.114]).view(3, 1, 1)).sum(1,"
                            + " keepdim=True) if inputs.shape[1] == 3 else inputs";
            case ImageTransform.Invert _ -> "1 - inputs";
        };
    }

    private void normalize(Lines code) {
        switch (dataset.normalization()) {
            case Normalization.None _ ->
                    code.add("mean, std = torch.tensor(0.0), torch.tensor(1.0)");
            case Normalization.Measured _ -> {
                code.add("mean = inputs[train].mean([0, 2, 3]).view(-1, 1, 1)");
                code.add("std = inputs[train].std([0, 2, 3], correction=0).view(-1, 1, 1)");
            }
            case Normalization.Given(var mean, var std) -> {
                code.add("mean = torch.tensor(" + Py.reals(mean) + ").view(-1, 1, 1)");
                code.add("std = torch.tensor(" + Py.reals(std) + ").view(-1, 1, 1)");
            }
        }
        code.add("inputs = (inputs - mean) / std");
        code.addIf(augments(), "augment.black = -mean / std");
    }

    private void augment(Lines code) {
        code.block(
                "def augment(inputs):",
                () -> {
                    code.add(
                            "\"\"\"Changes each image by chance; what comes into view is black.\"\"\"");
                    code.add("count, _, height, width = inputs.shape");
                    code.add("zeros, ones = torch.zeros(count), torch.ones(count)");
                    code.add("places = torch.eye(3).repeat(count, 1, 1)");
                    dataset.augmentation().forEach(one -> change(one, code));
                    code.add(
                            "grid = F.affine_grid(places[:, :2], inputs.shape,"
                                    + " align_corners=False)");
                    code.add("black = augment.black");
                    code.add(
                            "return F.grid_sample(inputs - black, grid, align_corners=False) +"
                                    + " black");
                });
        code.blank().blank();
    }

    private static void change(Augmentation augmentation, Lines code) {
        switch (augmentation) {
            case Augmentation.RandomCrop(int padding) -> {
                code.add(
                        "right, down = torch.randint(-%d, %d, (2, count))"
                                .formatted(padding, padding + 1));
                compose(code, "ones, zeros, 2 * right / width, zeros, ones, 2 * down / height");
            }
            case Augmentation.RandomHorizontalFlip(double p) -> {
                code.add("mirror = 1 - 2 * (torch.rand(count) < " + Py.number(p) + ").float()");
                compose(code, "mirror, zeros, zeros, zeros, ones, zeros");
            }
            case Augmentation.RandomRotation(double degrees) -> {
                code.add(
                        "angle = math.radians(%s) * (2 * torch.rand(count) - 1)"
                                .formatted(Py.number(degrees)));
                code.add("cos, sin = angle.cos(), angle.sin()");
                compose(
                        code,
                        "cos, -sin * height / width, zeros, sin * width / height, cos, zeros");
            }
        }
    }

    private static void compose(Lines code, String rows) {
        code.add("rows = [" + rows + ", zeros, zeros, ones]");
        code.add("places = places @ torch.stack(rows, 1).view(count, 3, 3)");
    }
}

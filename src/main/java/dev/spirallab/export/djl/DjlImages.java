package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Scaling;
import java.util.List;
import java.util.stream.Collectors;

/** Images read from their files in plain Java, or printed by it: other digits, made alike. */
record DjlImages(ImageDataset dataset) {
    private static final String PICTURE =
            """
            /** An image, 0 black and 1 white, one channel after the other. */
            record Picture(int channels, int height, int width, float[] values) {
                Picture(int channels, int height, int width) {
                    this(channels, height, width, new float[channels * height * width]);
                }

                float at(int channel, int y, int x) {
                    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                    return inside ? values[(channel * height + y) * width + x] : 0;
                }

                void set(int channel, int y, int x, float value) {
                    values[(channel * height + y) * width + x] = value;
                }
            }
            """;

    private static final String IDX =
            """
            static List<Example> idx(String images, String labels) throws IOException {
                ByteBuffer pixels = ByteBuffer.wrap(read(images)).position(4);
                byte[] classes = read(labels);
                List<Example> all = new ArrayList<>();
                int count = pixels.getInt();
                int height = pixels.getInt();
                int width = pixels.getInt();
                for (int i = 0; i < count; i++) {
                    Picture picture = new Picture(1, height, width);
                    for (int j = 0; j < height * width; j++) {
                        picture.values()[j] = (pixels.get() & 255) / 255f;
                    }
                    all.add(new Example(shown(picture), classes[8 + i]));
                }
                return all;
            }

            static byte[] read(String file) throws IOException {
                try (InputStream in = new FileInputStream(file)) {
                    return (file.endsWith(".gz") ? new GZIPInputStream(in) : in).readAllBytes();
                }
            }
            """;

    static Holdout holdout(ImageDataset dataset) {
        return switch (dataset) {
            case Idx idx -> idx.test().isPresent() ? Holdout.last : idx.holdout();
            case ImageFolders folders -> folders.holdout();
            case PrintedDigits _ -> Holdout.random;
        };
    }

    void write(Lines code) {
        code.add(PICTURE).blank();
        switch (dataset) {
            case Idx _ -> code.add(IDX);
            case ImageFolders folders -> code.add(folder(folders));
            case PrintedDigits digits -> code.add(printer(digits));
        }
        code.blank();
        new DjlPictures(dataset.transforms()).write(code);
        code.blank();
        code.braces("static Parts<Example> load() throws IOException", () -> load(code));
        code.blank();
        normalise(code);
        if (!dataset.augmentation().isEmpty()) {
            code.blank();
            DjlAugmentation.write(dataset, code);
        }
    }

    private static String folder(ImageFolders folders) {
        return """
        static List<Example> folder(ZipFile archive, String folder, int label) throws IOException {
            List<Example> all = new ArrayList<>();
            List<? extends ZipEntry> entries =
                    archive.stream()
                            .filter(entry -> entry.getName().matches(Pattern.quote(folder) + "/[^/]+"))
                            .filter(entry -> entry.getName().matches("(?i).*\\\\.(png|jpe?g)"))
                            .sorted(Comparator.comparing(ZipEntry::getName))
                            .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = archive.getInputStream(entry)) {
                    all.add(new Example(shown(picture(ImageIO.read(in))), label));
                }
            }
            return all;
        }

        static Picture picture(BufferedImage image) {
            BufferedImage small = new BufferedImage(%2$d, %1$d, BufferedImage.%3$s);
            Graphics2D graphics = small.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, %2$d, %1$d, null);
            graphics.dispose();
            Picture picture = new Picture(%4$d, %1$d, %2$d);
            for (int channel = 0; channel < %4$d; channel++) {
                for (int y = 0; y < %1$d; y++) {
                    for (int x = 0; x < %2$d; x++) {
                        picture.set(channel, y, x, small.getRaster().getSample(x, y, channel) / 255f);
                    }
                }
            }
            return picture;
        }
        """
                .formatted(
                        folders.height(),
                        folders.width(),
                        folders.color() ? "TYPE_3BYTE_BGR" : "TYPE_BYTE_GRAY",
                        folders.color() ? 3 : 1);
    }

    private static String printer(PrintedDigits digits) {
        return """
        /** White on black. */
        static Picture printed(int digit, Random random) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
            graphics.translate(
                    14 + %1$s * random.nextDouble(-1, 1), 14 + %1$s * random.nextDouble(-1, 1));
            graphics.rotate(Math.toRadians(%2$s * random.nextDouble(-1, 1)));
            graphics.drawString(String.valueOf(digit), -6, 8);
            graphics.dispose();
            Picture picture = new Picture(1, 28, 28);
            for (int i = 0; i < 28 * 28; i++) {
                int pixel = image.getRaster().getSample(i %% 28, i / 28, 0);
                double value = pixel / 255.0 + %3$s * random.nextGaussian();
                picture.values()[i] = (float) Math.clamp(value, 0, 1);
            }
            return picture;
        }
        """
                .formatted(
                        J.real(digits.shift()), J.real(digits.rotation()), J.real(digits.noise()));
    }

    private void load(Lines code) {
        switch (dataset) {
            case Idx idx -> {
                code.add("List<Example> all = " + read(idx.train()) + ";");
                idx.test().ifPresent(test -> code.add("all.addAll(" + read(test) + ");"));
            }
            case ImageFolders folders -> {
                code.add("List<String> folders = " + J.texts(folders.folders()) + ";");
                code.add("List<Example> all = new ArrayList<>();");
                code.braces(
                        "try (ZipFile archive = new ZipFile("
                                + J.text(folders.content().name())
                                + "))",
                        () ->
                                code.braces(
                                        "for (String folder : folders)",
                                        () ->
                                                code.add(
                                                        "all.addAll(folder(archive, folder,"
                                                                + " folders.indexOf(folder)));")));
            }
            case PrintedDigits digits -> {
                code.add("Random random = new Random(" + digits.seed() + ");");
                code.add("List<Example> all = new ArrayList<>();");
                code.braces(
                        "for (int i = 0; i < " + digits.samples() + "; i++)",
                        () ->
                                code.add(
                                        "all.add(new Example(shown(printed(i % 10, random)), i % 10));"));
            }
        }
        if (holdout(dataset) == Holdout.random && dataset.testSize() > 0) {
            code.addIf(
                    !(dataset instanceof PrintedDigits),
                    "Collections.shuffle(all, new Random(" + dataset.seed() + "));");
            DjlData.parted(dataset, code);
        } else {
            int learnt = dataset.trainSize();
            code.add(
                    "Parts<Example> parts = new Parts<>(all.subList(0, %d), all.subList(%d, all.size()));"
                            .formatted(learnt, learnt));
        }
        code.add("scale(parts);");
        code.add("return parts;");
    }

    private static String read(Idx.Pair pair) {
        return "idx(%s, %s)".formatted(J.text(pair.images().name()), J.text(pair.labels().name()));
    }

    /** The numbers that the inputs of a channel have subtracted and are divided by. */
    private void normalise(Lines code) {
        int channels = dataset.shown().channels();
        int plane = dataset.shown().height() * dataset.shown().width();
        code.add("/** For each channel what is subtracted, and then divided by. */");
        code.add("static final double[][] SCALES = new double[" + channels + "][];");
        code.blank();
        code.add("static void scale(Parts<Example> parts) {");
        code.add("    for (int channel = 0; channel < " + channels + "; channel++) {");
        code.add("        int from = channel * " + plane + ";");
        code.add("        double[] scale = " + scale(plane) + ";");
        code.add("        SCALES[channel] = scale;");
        code.add(
                """
                        for (List<Example> part : List.of(parts.train(), parts.test())) {
                            for (Example example : part) {
                                for (int i = from; i < from + %d; i++) {
                                    float value = example.input()[i];
                                    example.input()[i] = (float) ((value - scale[0]) / scale[1]);
                                }
                            }
                        }
                    }
                }
                """
                        .formatted(plane));
        if (dataset.normalization() instanceof Normalization.Measured) {
            code.blank();
            DjlScaling.measure(Scaling.standardize, code);
        }
    }

    private String scale(int plane) {
        return switch (dataset.normalization()) {
            case Normalization.None _ -> "{0, 1}";
            case Normalization.Measured _ ->
                    "measure(parts.train().stream().flatMapToDouble(example -> IntStream.range(from,"
                            + " from + "
                            + plane
                            + ").mapToDouble(i -> example.input()[i])).toArray())";
            case Normalization.Given(List<Double> mean, List<Double> std) ->
                    "{new double[] {%s}[channel], new double[] {%s}[channel]}"
                            .formatted(numbers(mean), numbers(std));
        };
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(J::real).collect(Collectors.joining(", "));
    }
}

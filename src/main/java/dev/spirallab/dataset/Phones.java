package dev.spirallab.dataset;

import dev.spirallab.spec.data.PhonePrices;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes up phones. What one is worth is mostly its memory, then its battery and its pixels, less
 * its weight, and some chance; the quarters of that are the price ranges.
 */
final class Phones {
    private final Noise random;
    private final Noise chance;

    private Phones(PhonePrices spec, SplittableRandom random) {
        this.random = new Noise(random.split(), 1);
        chance = new Noise(random.split(), spec.noise());
    }

    static Sample sample(PhonePrices spec, SplittableRandom random) {
        return new Phones(spec, random).sample(spec.samples());
    }

    private Sample sample(int count) {
        int width = PhonePrices.COLUMNS.size();
        float[] cells = new float[count * width];
        double[] worth = new double[count];
        for (int row = 0; row < count; row++) {
            double[] phone = phone();
            for (int column = 0; column < width; column++) {
                cells[row * width + column] = (float) phone[column];
            }
            worth[row] = worth(phone) + chance.next();
        }
        return new Sample(
                new Matrix(count, width, cells),
                new Targets.Labels(quarters(worth), PhonePrices.RANGES));
    }

    /** In the order of {@link PhonePrices#COLUMNS}. */
    private double[] phone() {
        double threeG = coin(0.76);
        double camera = whole(0, 20);
        double height = whole(5, 19);
        return new double[] {
            whole(500, 2000),
            coin(0.5),
            whole(5, 30) / 10,
            coin(0.5),
            Math.floor(camera * random.uniform(0, 1)),
            threeG * coin(0.68),
            whole(2, 64),
            whole(1, 10) / 10,
            whole(80, 200),
            whole(1, 8),
            camera,
            Math.min(whole(0, 1960), whole(0, 1960)),
            whole(500, 1998),
            whole(256, 3998),
            height,
            Math.floor(height * random.uniform(0, 1)),
            whole(2, 20),
            threeG,
            coin(0.5),
            coin(0.5)
        };
    }

    private double whole(int least, int greatest) {
        return Math.floor(random.uniform(least, greatest + 1));
    }

    private double coin(double probability) {
        return random.uniform(0, 1) < probability ? 1 : 0;
    }

    /** Each part as a share of its greatest value. */
    private static double worth(double... phone) {
        double battery = phone[0] / 2000;
        double weight = phone[8] / 200;
        double pixels = phone[11] / 1960 + phone[12] / 1998;
        double memory = phone[13] / 3998;
        return 3 * memory + 0.7 * battery + 0.45 * pixels - 0.2 * weight;
    }

    private static int[] quarters(double... worth) {
        int[] labels = new int[worth.length];
        int[] order =
                IntStream.range(0, worth.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> worth[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int rank = 0; rank < order.length; rank++) {
            labels[order[rank]] = (int) ((long) rank * PhonePrices.RANGES / order.length);
        }
        return labels;
    }
}

package dev.spirallab.export.djl;

import dev.spirallab.spec.data.PhonePrices;

/** Made-up phones: the same formulas, other random numbers. */
final class DjlPhones {
    private DjlPhones() {}

    static String text(PhonePrices phones) {
        return """
        // what a phone is worth is mostly its memory, then its battery and its pixels, less its
        // weight, and some chance; the quarters of that are the price ranges
        record Phone(float[] columns, double worth) {}
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < %1$d; i++) {
            int threeG = random.nextDouble() < 0.76 ? 1 : 0;
            int camera = random.nextInt(0, 21);
            int height = random.nextInt(5, 20);
            int battery = random.nextInt(500, 2001);
            int weight = random.nextInt(80, 201);
            int pixels = Math.min(random.nextInt(0, 1961), random.nextInt(0, 1961));
            int width = random.nextInt(500, 1999);
            int memory = random.nextInt(256, 3999);
            float[] columns = {
                battery,
                random.nextInt(2), // bluetooth
                random.nextInt(5, 31) / 10f, // clock speed
                random.nextInt(2), // two cards
                (int) (camera * random.nextDouble()), // front camera
                threeG * (random.nextDouble() < 0.68 ? 1 : 0), // 4G
                random.nextInt(2, 65), // storage
                random.nextInt(1, 11) / 10f, // depth
                weight,
                random.nextInt(1, 9), // cores
                camera,
                pixels,
                width,
                memory,
                height,
                (int) (height * random.nextDouble()), // width of the screen
                random.nextInt(2, 21), // hours of talk
                threeG,
                random.nextInt(2), // touch screen
                random.nextInt(2), // wireless network
            };
            double worth = 3 * memory / 3998.0 + 0.7 * battery / 2000 - 0.2 * weight / 200;
            worth += 0.45 * (pixels / 1960.0 + width / 1998.0) + %2$s * random.nextGaussian();
            phones.add(new Phone(columns, worth));
        }
        phones.sort(Comparator.comparingDouble(Phone::worth));
        for (int i = 0; i < phones.size(); i++) {
            all.add(new Example(phones.get(i).columns(), i * 4 / phones.size()));
        }
        """
                .formatted(phones.samples(), J.real(phones.noise()));
    }
}

package dev.spirallab.dataset.image;

import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.image.ImageSketch.Given;
import dev.spirallab.dataset.image.ImageSketch.Sketching;
import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.PrintedDigits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of images are read or refused with a reason; nothing else is thrown. */
class ImageFuzzTest {
    private static final Messages MESSAGES = new Messages();
    private static final int ROUNDS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedArchivesAreReadOrRefused(long seed) {
        byte[] zip = Pictures.zip(StandardCharsets.UTF_8, pictures());
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            readOrRefuse(new Given[] {given("images.zip", damaged(zip, random))});
        }
    }

    /** Inside of a sound archive, so that it is the pictures' own readers that meet the damage. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedPicturesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, byte[]> pictures = new LinkedHashMap<>(pictures());
            pictures.replaceAll((_, picture) -> damaged(picture, random));
            byte[] zip = Pictures.zip(StandardCharsets.UTF_8, pictures);
            readOrRefuse(new Given[] {given("images.zip", zip)});
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedIdxFilesAreReadOrRefused(long seed) {
        byte[] images = Pictures.idx(new int[] {4, 5, 5}, new byte[100]);
        byte[] labels = Pictures.idx(new int[] {4}, (byte) 0, (byte) 1, (byte) 2, (byte) 1);
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            boolean packed = random.nextBoolean();
            byte[] one = packed ? Pictures.gzip(images) : images;
            byte[] other = packed ? Pictures.gzip(labels) : labels;
            readOrRefuse(
                    new Given[] {
                        given("images", damaged(one, random)),
                        given("labels", damaged(other, random))
                    });
        }
    }

    private static Map<String, byte[]> pictures() {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("warm/1.png", Pictures.picture("png", TYPE_INT_RGB, 8, 6, 0xFF0000));
        pictures.put("warm/2.jpg", Pictures.picture("jpeg", TYPE_INT_RGB, 8, 6, 0xFFFF00));
        pictures.put("cold/1.png", Pictures.picture("png", TYPE_INT_RGB, 5, 9, 0x0000FF));
        pictures.put("cold/2.jpg", Pictures.picture("jpeg", TYPE_INT_RGB, 5, 9, 0x00FFFF));
        return pictures;
    }

    private static Given given(String name, byte[] bytes) {
        return new Given(new Content(Sha256.of(bytes), name), bytes);
    }

    /** Some bytes changed, now and then the end cut off. */
    private static byte[] damaged(byte[] sound, RandomGenerator random) {
        int length = random.nextInt(8) == 0 ? random.nextInt(sound.length + 1) : sound.length;
        byte[] bytes = Arrays.copyOf(sound, length);
        for (int hit = random.nextInt(4); length > 0 && hit > 0; hit--) {
            bytes[random.nextInt(length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void readOrRefuse(Given... files) {
        Pictures kept = new Pictures();
        for (Given file : files) {
            kept.keep(file.content().name(), file.bytes());
        }
        switch (ImageSketch.of(List.of(files))) {
            case Sketching.Unreadable(Problem problem) -> assertTold(problem);
            case Sketching.Done(var dataset) -> {
                try {
                    assertThat(read(dataset, kept).labels()).isNotEmpty();
                } catch (UnreadableException refused) {
                    assertTold(refused.problem());
                }
            }
        }
    }

    private static Gallery read(ImageDataset dataset, Contents kept) {
        return switch (dataset) {
            case ImageFolders folders -> FolderReader.read(folders, kept);
            case Idx idx -> IdxReader.read(idx, kept);
            case PrintedDigits printed -> throw new AssertionError(printed);
        };
    }

    private static void assertTold(Problem problem) {
        for (Locale locale : Messages.LOCALES) {
            assertThat(MESSAGES.text(locale, problem)).doesNotContain("[", "{");
        }
    }
}

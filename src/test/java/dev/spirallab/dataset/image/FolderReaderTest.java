package dev.spirallab.dataset.image;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.image.ImageSketch.Given;
import dev.spirallab.dataset.image.ImageSketch.Sketching;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Normalization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class FolderReaderTest {
    private static final byte[] RED = Pictures.picture("png", TYPE_INT_RGB, 8, 6, 0xFF0000);
    private static final byte[] BLUE = Pictures.picture("jpeg", TYPE_INT_RGB, 8, 6, 0x0000FF);
    private static final byte[] GREY = Pictures.picture("png", TYPE_BYTE_GRAY, 8, 6, 0x808080);

    private final Pictures files = new Pictures();

    private Content zip(Map<String, byte[]> entries) {
        return files.keep("images.zip", Pictures.zip(StandardCharsets.UTF_8, entries));
    }

    private static ImageFolders spec(Content zip, int count, boolean color, String... folders) {
        return new ImageFolders(
                zip,
                List.of(folders),
                count,
                color,
                2,
                2,
                List.of(),
                List.of(),
                new Normalization.Measured(),
                Holdout.random,
                7,
                0);
    }

    private static Map<String, byte[]> ordered(Object... entries) {
        Map<String, byte[]> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], (byte[]) entries[i + 1]);
        }
        return map;
    }

    /** As printing shops have them: four channels, which no screen shows as they are. */
    private static byte[] cmyk() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            var raster = java.awt.image.Raster.createInterleavedRaster(0, 8, 6, 4, null);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Adobe's mark says that the channels are inks. */
    private static byte[] marked(byte... jpeg) {
        byte[] mark = {-1, -18, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return ByteBuffer.allocate(jpeg.length + mark.length)
                .put(jpeg, 0, 2)
                .put(mark)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void anImageInCmykIsRefusedWithARemedy() throws IOException {
        Content plain = zip(ordered("a/1.png", RED, "b/2.jpg", cmyk()));
        assertRefused(spec(plain, 2, true, "a", "b"), "image.undecodable", "b/2.jpg");
        Content marked = zip(ordered("a/1.png", RED, "b/2.jpg", marked(cmyk())));
        assertRefused(spec(marked, 2, true, "a", "b"), "image.undecodable", "b/2.jpg");
    }

    @Test
    void aDirectoryThatIsTooLongIsNotRead() {
        byte[] bomb = new byte[4 * (ZipImages.MOST_ENTRIES + 1)];
        for (int at = 0; at < bomb.length; at += 4) {
            bomb[at] = 'P';
            bomb[at + 1] = 'K';
            bomb[at + 2] = 1;
            bomb[at + 3] = 2;
        }
        Content zip = files.keep("images.zip", bomb);
        assertThatThrownBy(() -> FolderReader.read(spec(zip, 1, true, "a"), files))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("archive.tooManyEntries"));
    }

    @Test
    void aFolderIsAClassAndNamesGiveTheOrder() {
        Content zip =
                zip(
                        ordered(
                                "all/warm/2.png",
                                GREY,
                                "all/cold/1.jpg",
                                BLUE,
                                "all/warm/1.png",
                                RED,
                                "all/readme.txt",
                                new byte[9],
                                "__MACOSX/all/warm/1.png",
                                new byte[9],
                                "all/warm/.hidden.png",
                                new byte[9]));
        Gallery gallery = FolderReader.read(spec(zip, 3, true, "all/warm", "all/cold"), files);
        assertThat(gallery.labels()).containsExactly(0, 0, 1);
        assertThat(Arrays.copyOfRange(gallery.pixels(), 0, 12))
                .isEqualTo(new byte[] {-1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Arrays.copyOfRange(gallery.pixels(), 12, 24)).containsOnly(0x80);
        assertThat(gallery.pixels()[32] & 0xFF).isGreaterThan(250);
    }

    @Test
    void greyKeepsItsBytesAndColourIsWeighed() {
        Content zip = zip(ordered("a/1.png", GREY, "b/1.png", RED));
        Gallery gallery = FolderReader.read(spec(zip, 2, false, "a", "b"), files);
        assertThat(Arrays.copyOfRange(gallery.pixels(), 0, 4)).containsOnly(0x80);
        assertThat(Arrays.copyOfRange(gallery.pixels(), 4, 8)).containsOnly(76);
    }

    @Test
    void namesFromAChinesePcAreRead() {
        byte[] bytes =
                Pictures.zip(Charset.forName("GB18030"), ordered("猫/1.png", RED, "狗/1.png", GREY));
        Content zip = files.keep("动物.zip", bytes);
        assertThat(ImageSketch.of(List.of(new Given(zip, bytes))))
                .isInstanceOfSatisfying(
                        Sketching.Done.class,
                        done -> {
                            ImageFolders folders = (ImageFolders) done.dataset();
                            assertThat(folders.folders()).containsExactlyInAnyOrder("猫", "狗");
                            assertThat(folders.height()).isEqualTo(6);
                            assertThat(folders.width()).isEqualTo(8);
                            assertThat(FolderReader.read(folders, files).labels())
                                    .containsExactly(0, 1);
                        });
    }

    private void assertRefused(ImageFolders spec, String code, String entry) {
        assertThatThrownBy(() -> FolderReader.read(spec, files))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(code);
                            assertThat(e.problem().arguments().getOrDefault("entry", ""))
                                    .isEqualTo(entry);
                            IdxReaderTest.assertSaid(e.problem());
                        });
    }

    @Test
    void whatIsNoImageIsNamed() {
        Content zip =
                zip(
                        ordered(
                                "a/1.png",
                                RED,
                                "b/2.png",
                                "GIF89a".getBytes(StandardCharsets.US_ASCII)));
        assertRefused(spec(zip, 2, true, "a", "b"), "image.undecodable", "b/2.png");
        byte[] cut = Arrays.copyOf(RED, RED.length / 2);
        Content broken = zip(ordered("a/1.png", cut, "b/2.png", RED));
        assertRefused(spec(broken, 2, true, "a", "b"), "image.undecodable", "a/1.png");
    }

    @Test
    void anotherNumberOfImagesIsRefused() {
        Content zip = zip(ordered("a/1.png", RED, "b/2.png", RED));
        assertRefused(spec(zip, 3, true, "a", "b"), "archive.count", "");
    }

    @Test
    void whatIsNoZipFileIsRefused() {
        assertRefused(
                spec(files.keep("x.zip", new byte[99]), 3, true, "a", "b"), "archive.format", "");
    }

    @Test
    void anEntryIsNotUnpackedBeyondItsLimit() {
        Content zip =
                zip(ordered("a/1.png", new byte[ZipImages.LARGEST_ENTRY + 1], "b/2.png", RED));
        assertRefused(spec(zip, 2, true, "a", "b"), "archive.entryTooLarge", "a/1.png");
    }

    @Test
    void anEnormousImageIsRefusedByItsHead() {
        byte[] head = RED.clone();
        head[16] = 0x01; // the width, 2^24 + 8 pixels
        head[21] = 0x01; // the height, 2^16 + 6
        byte[] crc = crc(head);
        System.arraycopy(crc, 0, head, 29, 4);
        Content zip = zip(ordered("a/1.png", head, "b/2.png", RED));
        assertRefused(spec(zip, 2, true, "a", "b"), "image.tooManyPixels", "a/1.png");
    }

    /** Of a PNG's first chunk. */
    private static byte[] crc(byte... png) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        return java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
}

package dev.spirallab.ui;

import dev.spirallab.dataset.image.ImageSketch;
import dev.spirallab.dataset.image.ImageSketch.Given;
import dev.spirallab.dataset.image.ImageSketch.Sketching;
import java.util.ArrayList;
import java.util.List;

/** Files of images that somebody brings one after the other. */
final class BroughtImages {
    private static final int MOST = 4;
    private final List<Given> files = new ArrayList<>();

    /** Whether a file is a ZIP file, packed by gzip, or bytes in IDX format. */
    static boolean areIn(byte... file) {
        return isZip(file) || starts(file, 0x1F, 0x8B) || starts(file, 0, 0, 8);
    }

    private static boolean isZip(byte... file) {
        return starts(file, 'P', 'K');
    }

    private static boolean starts(byte[] file, int... first) {
        for (int at = 0; at < first.length; at++) {
            if (file.length <= at || (file[at] & 0xFF) != first[at]) {
                return false;
            }
        }
        return true;
    }

    /** A ZIP file stands alone; others go together until there are both pairs. */
    void add(Given file) {
        boolean alone = isZip(file.bytes()) || files.stream().anyMatch(each -> isZip(each.bytes()));
        if (alone || files.size() == MOST) {
            files.clear();
        }
        files.removeIf(each -> each.content().sha256().equals(file.content().sha256()));
        files.add(file);
    }

    void clear() {
        files.clear();
    }

    /** Whether images or labels are there whose other file is not. */
    boolean lackOne() {
        return files.size() % 2 == 1 && !isZip(files.getFirst().bytes());
    }

    Sketching sketch() {
        return ImageSketch.of(List.copyOf(files));
    }
}

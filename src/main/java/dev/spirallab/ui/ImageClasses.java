package dev.spirallab.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.Targets;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageDataset.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** The classes that images have, how many each has, and one image of it. */
final class ImageClasses extends UnorderedList {
    private static final int MOST = 40;

    ImageClasses(Texts texts, ImageDataset images, Dataset found) {
        addClassName("lab-own-classes");
        getElement().setAttribute("aria-label", texts.of("own.images.classes"));
        Map<Integer, Integer> counts = new TreeMap<>();
        Map<Integer, String> firsts = new HashMap<>();
        for (Part part : List.of(found.train(), found.test())) {
            if (part.examples() instanceof Pixels pixels
                    && part.targets() instanceof Targets.Labels labels) {
                for (int row = 0; row < labels.rows(); row++) {
                    int at = row;
                    counts.merge(labels.labels()[row], 1, Integer::sum);
                    if (counts.size() <= MOST) {
                        firsts.computeIfAbsent(labels.labels()[row], _ -> png(pixels, at));
                    }
                }
            }
        }
        counts.entrySet().stream()
                .limit(MOST)
                .forEach(each -> {
                    String name = ImageForm.className(images, each.getKey());
                    ListItem item = new ListItem();
                    if (firsts.containsKey(each.getKey())) {
                        item.add(new Image(firsts.get(each.getKey()), ""));
                    }
                    item.add(
                            new Span(name),
                            new Span(texts.of("own.images.count", "count", each.getValue())));
                    add(item);
                });
        if (counts.size() > MOST) {
            add(new ListItem(texts.of("own.images.more", "count", counts.size() - MOST)));
        }
    }

    /** As a data address. */
    private static String png(Pixels pixels, int row) {
        Frame frame = pixels.frame();
        BufferedImage image =
                new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        int area = frame.height() * frame.width();
        int first = row * frame.size();
        for (int at = 0; at < area; at++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int source = Math.min(channel, frame.channels() - 1);
                rgb = (rgb << 8) + (pixels.values()[first + source * area + at] & 0xFF);
            }
            image.setRGB(at % frame.width(), at / frame.width(), rgb);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
    }
}

package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import java.util.List;

/**
 * Well-known networks, layer by layer, in {@code resources/zoo}. Those for images of which none
 * come with the program have a data set without examples, which tells the shape of an image and how
 * many classes there are.
 */
public final class Zoo {
    /** Names in the order shown; {@code zoo.<name>} and {@code .help} are their texts. */
    public static final List<String> NAMES =
            List.of("lenet5", "alexnet", "vgg11", "vgg16", "resnet18", "food");

    private Zoo() {}

    /**
     * @throws IllegalArgumentException where there is no network of that name
     */
    public static Experiment get(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No network " + name);
        }
        return Resources.read("/zoo/" + name + ".json");
    }
}

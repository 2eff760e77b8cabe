package dev.spirallab.lesson;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Resources;
import java.util.List;

/**
 * One thing to see, in one experiment or in several to compare.
 *
 * @param id short and for good, such as {@code a4}; {@code lesson.<id>} and {@code .help} are its
 *     texts
 * @param variants what the experiments are called in the bundles, {@code lesson.<id>.<variant>};
 *     none where there is one experiment
 */
public record Lesson(Part part, String id, List<String> variants) {
    public Lesson {
        variants = List.copyOf(variants);
    }

    /** Its experiments, in the order to look at. */
    public List<Page> pages() {
        return variants.isEmpty()
                ? List.of(new Page(id, key()))
                : variants.stream().map(this::page).toList();
    }

    private Page page(String variant) {
        return new Page(id + "-" + variant, key() + "." + variant);
    }

    public String key() {
        return "lesson." + id;
    }

    /**
     * One experiment of a lesson.
     *
     * @param name of its document in {@code resources/lessons}
     * @param key of its name in the bundles
     */
    public record Page(String name, String key) {
        public Experiment experiment() {
            return Resources.read("/lessons/" + name + ".json");
        }
    }
}

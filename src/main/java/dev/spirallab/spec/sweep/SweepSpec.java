package dev.spirallab.spec.sweep;

import dev.spirallab.spec.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All variants of an experiment with the values of one setting, or of two, each with each.
 *
 * @param axes the first one varies slowest
 */
public record SweepSpec(Experiment base, List<Axis> axes) {
    public SweepSpec {
        axes = List.copyOf(axes);
    }

    /** How many variants there are. */
    public long size() {
        return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
    }

    /** In the order of {@link #place}. */
    public List<Experiment> variants() {
        return IntStream.range(0, Math.toIntExact(size())).mapToObj(this::variant).toList();
    }

    private Experiment variant(int number) {
        Experiment variant = base;
        List<Integer> place = place(number);
        for (int i = 0; i < axes.size(); i++) {
            variant = axes.get(i).apply(variant, place.get(i));
        }
        return variant;
    }

    /** What a variant has of its own: the axes' names, and the values as they are typed. */
    public Map<String, String> settings(int number) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Integer> place = place(number);
        for (int i = 0; i < axes.size(); i++) {
            settings.put(axes.get(i).name(), SweepSetting.words(axes.get(i)).get(place.get(i)));
        }
        return settings;
    }

    /** Which value of each axis a variant has. */
    public List<Integer> place(int number) {
        int rest = number;
        Integer[] place = new Integer[axes.size()];
        for (int i = axes.size() - 1; i >= 0; i--) {
            int count = axes.get(i).values().size();
            place[i] = rest % count;
            rest /= count;
        }
        return List.of(place);
    }
}

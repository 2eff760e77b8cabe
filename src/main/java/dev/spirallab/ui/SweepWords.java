package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.ui.kit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of the settings that a sweep varies, as people type and read them. */
final class SweepWords {
    private SweepWords() {}

    /**
     * @return empty where something typed is no value of the setting
     */
    static Optional<Axis> axis(SweepSetting setting, String typed) {
        return setting.axis(SweepSetting.words(typed).stream().map(SweepWords::plain).toList());
    }

    /** As it is read everywhere: {@code 0.25} for {@code 1/4}. */
    private static String plain(String word) {
        return Numbers.parse(word).map(Numbers::text).orElse(word);
    }

    /** Value number {@code index} as it is typed. */
    static String label(Axis axis, int index) {
        return plain(SweepSetting.words(axis).get(index));
    }

    /** The settings of a variant, such as {@code Learning rate 0.1, Seed 2}. */
    static String label(Texts texts, SweepSpec sweep, int variant) {
        List<Integer> place = sweep.place(variant);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < place.size(); i++) {
            words.add(label(texts, sweep.axes().get(i), place.get(i)));
        }
        return String.join(", ", words);
    }

    private static String label(Texts texts, Axis axis, int index) {
        return texts.of("sweep." + axis.name()) + " " + label(axis, index);
    }
}

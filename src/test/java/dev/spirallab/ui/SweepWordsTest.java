package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepWordsTest {

    @Test
    void valuesAreReadAsPeopleTypeThem() {
        assertThat(SweepWords.axis(SweepSetting.LEARNING_RATE, "1e-3，0.1; 1/4"))
                .contains(new Axis.LearningRate(List.of(0.001, 0.1, 0.25)));
        assertThat(SweepWords.axis(SweepSetting.ACTIVATION, "ReLU tanh"))
                .contains(new Axis.Activation(List.of(Function.relu, Function.tanh)));
        assertThat(SweepWords.axis(SweepSetting.SEED, "10000000, 12345678"))
                .contains(new Axis.Seed(List.of(10_000_000L, 12_345_678L)));
        assertThat(SweepWords.axis(SweepSetting.UNITS, "")).contains(new Axis.Units(List.of()));
    }

    @Test
    void whatIsNoValueIsNotGuessed() {
        assertThat(SweepWords.axis(SweepSetting.LEARNING_RATE, "0.1, fast")).isEmpty();
        assertThat(SweepWords.axis(SweepSetting.UNITS, "4, 4.5")).isEmpty();
        assertThat(SweepWords.axis(SweepSetting.OPTIMIZER, "adam, sdg")).isEmpty();
        assertThat(SweepWords.axis(SweepSetting.ACTIVATION, "relu, rule")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSuggestedIsReadAndShownAsItStands(SweepSetting setting) {
        Axis axis = SweepWords.axis(setting, setting.usual()).orElseThrow();
        assertThat(axis.name()).isEqualTo(setting.key());
        List<String> labels =
                IntStream.range(0, axis.values().size())
                        .mapToObj(i -> SweepWords.label(axis, i))
                        .toList();
        assertThat(SweepWords.axis(setting, String.join(", ", labels))).contains(axis);
        assertThat(setting.axis(SweepSetting.words(axis))).contains(axis);
        assertThat(SweepSetting.of(axis.name())).contains(setting);
    }
}

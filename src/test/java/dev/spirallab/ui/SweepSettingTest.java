package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.sweep.Axis;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepSettingTest {

    @Test
    void valuesAreReadAsPeopleTypeThem() {
        assertThat(SweepSetting.LEARNING_RATE.axis("1e-3，0.1; 1/4"))
                .contains(new Axis.LearningRate(List.of(0.001, 0.1, 0.25)));
        assertThat(SweepSetting.ACTIVATION.axis("ReLU tanh"))
                .contains(new Axis.Activation(List.of(Function.relu, Function.tanh)));
        assertThat(SweepSetting.UNITS.axis("")).contains(new Axis.Units(List.of()));
    }

    @Test
    void whatIsNoValueIsNotGuessed() {
        assertThat(SweepSetting.LEARNING_RATE.axis("0.1, fast")).isEmpty();
        assertThat(SweepSetting.UNITS.axis("4, 4.5")).isEmpty();
        assertThat(SweepSetting.OPTIMIZER.axis("adam, sdg")).isEmpty();
        assertThat(SweepSetting.ACTIVATION.axis("relu, rule")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSuggestedIsReadAndShownAsItStands(SweepSetting setting) {
        Axis axis = setting.axis(setting.usual()).orElseThrow();
        assertThat(axis.name()).isEqualTo(setting.key());
        List<String> labels =
                IntStream.range(0, axis.values().size())
                        .mapToObj(i -> SweepSetting.label(axis, i))
                        .toList();
        assertThat(setting.axis(String.join(", ", labels))).contains(axis);
    }
}

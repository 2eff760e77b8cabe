package dev.spirallab.spec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.training.OptimizerSpec;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void oneSettingIsChangedAndTheRestKept() {
        OptimizerSpec.Sgd sgd = new OptimizerSpec.Sgd(0.1, 0.5, 0, false, 0);
        assertThat(Records.with(sgd, "learningRate", 0.2))
                .isEqualTo(new OptimizerSpec.Sgd(0.2, 0.5, 0, false, 0));
        assertThat(Records.get(sgd, "momentum")).isEqualTo(0.5);
    }

    @Test
    void aRecordKnowsItsKind() {
        assertThat(Records.kind(new Dropout(0.5))).isEqualTo("dropout");
    }

    @Test
    void aSettingThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Records.with(new Dropout(0.5), "rate", 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
    }
}

package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnginesTest {
    @Test
    void aGpuThatIsNotThereIsNamedAndTheCpuServes() {
        DeviceInfo device = Engines.on("gpu:99").device();
        assertThat(device.id()).isEqualTo("cpu");
        assertThat(device.missing()).contains("gpu:99");
    }

    @Test
    void theCpuHasANameAndCores() {
        DeviceInfo device = Engines.on("cpu").device();
        assertThat(device.name()).isNotBlank();
        assertThat(device.cores()).isPositive();
        assertThat(device.missing()).isEmpty();
    }

    @Test
    void anUnknownDeviceIsRefused() {
        assertThatThrownBy(() -> Engines.on("abacus")).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.spirallab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Training;
import dev.spirallab.program.Program;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AnnouncementTest {
    private final MockEnvironment environment =
            new MockEnvironment()
                    .withProperty("local.server.port", "8081")
                    .withProperty(
                            "spring.datasource.url", "jdbc:h2:file:/srv/lab/spirallab;MODE=X");

    @Test
    void theAddressAndTheDeviceAreSaid() {
        assertThat(lines(Optional.empty()))
                .anyMatch(line -> line.endsWith("http://localhost:8081"))
                .anyMatch(line -> line.endsWith("cpu: A processor, 2 cores"));
    }

    @Test
    void aDeviceThatIsMissingIsNamed() {
        assertThat(lines(Optional.of("gpu:1")))
                .anyMatch(line -> line.endsWith("2 cores (there is no gpu:1 here)"));
    }

    @Test
    void whereWorkIsKeptIsSaid() {
        assertThat(lines(Optional.empty()))
                .anyMatch(line -> line.matches("keeps work in +/srv/lab"));

        environment.setProperty(
                "spring.datasource.url", "jdbc:postgresql://db.example.org/lab?password=secret");
        assertThat(lines(Optional.empty()))
                .anyMatch(line -> line.endsWith(" jdbc:postgresql://db.example.org/lab"));
    }

    @Test
    void whereOneAddressIsListenedToNoOtherIsSaid() {
        environment.setProperty("server.address", "127.0.0.1");
        assertThat(lines(Optional.empty())).filteredOn(line -> line.contains("http")).hasSize(1);
    }

    private Iterable<String> lines(Optional<String> missing) {
        var device = new DeviceInfo("cpu", "A processor", 2, 2, missing);
        return new Announcement(environment, new NetworkAddresses(environment), new Idle(device))
                .lines();
    }

    /** An engine that trains nothing. */
    private record Idle(DeviceInfo device) implements Engine {
        @Override
        public Program program(Valid valid, Dataset dataset) {
            throw new UnsupportedOperationException("nobody reads it");
        }

        @Override
        public Training open(Valid valid, Dataset dataset) {
            throw new UnsupportedOperationException();
        }
    }
}

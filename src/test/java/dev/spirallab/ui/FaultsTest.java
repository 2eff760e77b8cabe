package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import dev.spirallab.i18n.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {
    private final Faults faults = new Faults(new Messages());

    @Test
    void aBrokenPageIsLoggedWithItsTrace(CapturedOutput output) {
        faults.tell(new ErrorEvent(new IllegalStateException("a fault of ours")));
        assertThat(output).contains("ERROR", "The page failed", "a fault of ours");
    }

    @Test
    void aBrowserThatWentAwayIsNoFault(CapturedOutput output) {
        var gone = new ClientAbortException(new IOException("Broken pipe"));
        faults.tell(new ErrorEvent(gone));
        faults.tell(new ErrorEvent(new UncheckedIOException(gone)));
        faults.tell(new ErrorEvent(new IOException("Connection reset by peer")));
        assertThat(output).doesNotContain("The page failed");
    }
}

package dev.spirallab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Landscape;
import dev.spirallab.frame.LayerOutputs;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.OwnAnswer;
import dev.spirallab.frame.RunState;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.ui.components.GraphDiagnosis;
import dev.spirallab.ui.components.PackedPoints;
import dev.spirallab.ui.components.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the front end's types to the records that they are generated from. */
class ContractTypesTest {
    private static final Path FILE = Path.of("frontend", "contract", "types.ts");

    @Test
    void theFrontEndsTypesAreThoseOfTheRecords() throws IOException {
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, types());
        }
        assertThat(FILE).as("./lab format writes it anew").hasContent(types());
    }

    private static String types() {
        return String.join(
                "\n",
                "/** Generated from the Java records by ContractTypesTest: `./lab format` writes it. */\n",
                TypeScript.ordered(RunState.class, "RUN_STATES"),
                TypeScript.ordered(EndReason.class, "END_REASONS"),
                TypeScript.ordered(TaskKind.class, "TASK_KINDS"),
                TypeScript.of(
                        Experiment.class,
                        Problem.class,
                        GraphDiagnosis.class,
                        Assessment.class,
                        LayerReport.class,
                        Mistakes.class,
                        OwnAnswer.class,
                        LayerOutputs.Head.class,
                        Landscape.class,
                        Moment.class,
                        MetricPoint.class,
                        Extent.class,
                        PackedPoints.class,
                        Walkthrough.class));
    }
}

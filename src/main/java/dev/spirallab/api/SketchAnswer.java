package dev.spirallab.api;

import dev.spirallab.dataset.table.ColumnSketch;
import dev.spirallab.dataset.table.TableSketch;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.json.ExperimentJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is in a table.
 *
 * @param rows how many there are, the head not counted
 * @param beginning the first rows
 * @param dataset of an experiment that learns from it, as it is most likely meant
 */
record SketchAnswer(
        TableFormat format,
        int rows,
        List<ColumnSketch> columns,
        List<List<String>> beginning,
        @Schema(implementation = Object.class) JsonNode dataset) {

    static SketchAnswer of(TableSketch sketch, Content content) {
        return new SketchAnswer(
                sketch.format(),
                sketch.rows(),
                sketch.columns(),
                sketch.beginning(),
                ExperimentJson.tree(sketch.table(content)));
    }
}

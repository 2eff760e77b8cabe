package dev.spirallab.validation;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.validation.ProblemsTest.Bad;
import java.util.stream.Stream;

/** One bad description of images for each problem there is. */
final class ImageProblems {
    private static final String HASH = "0".repeat(64);

    private ImageProblems() {}

    static Stream<Bad> all() {
        String sound = "'count': 9, 'folders': ['a', 'b'], 'height': 8, 'width': 8";
        return Stream.of(
                folders("table.hash", "content.sha256", "A".repeat(64), sound),
                folders("images.folders", "folders", HASH, sound.replace("'b'", "'a'")),
                folders("images.one", "testFraction", HASH, sound.replace("9", "1")),
                folders(
                        "images.tooLong",
                        "transforms[1]",
                        HASH,
                        sound
                                + ", 'transforms': [{'kind': 'resize', 'height': 1024, 'width': 9},"
                                + " {'kind': 'pad', 'padding': 1}]"),
                folders(
                        "images.tooLarge",
                        "transforms",
                        HASH,
                        "'count': 200000, 'folders': ['a', 'b'], 'height': 64, 'width': 64"),
                folders(
                        "images.channels",
                        "normalization",
                        HASH,
                        sound + ", 'normalization': {'kind': 'given', 'mean': [0], 'std': [1]}"),
                bad(
                        "table.hash",
                        "test.labels.sha256",
                        "{'kind': 'idx', 'train': "
                                + pair(HASH)
                                + ", 'test': "
                                + pair("x".repeat(64))
                                + ", 'height': 8, 'width': 8}"));
    }

    private static String pair(String labels) {
        return "{'images': {'sha256': '%s'}, 'labels': {'sha256': '%s'}, 'count': 9}"
                .formatted(HASH, labels);
    }

    private static Bad folders(String code, String field, String hash, String settings) {
        return bad(
                code,
                field,
                "{'kind': 'imageFolders', 'content': {'sha256': '%s'}, %s}"
                        .formatted(hash, settings));
    }

    private static Bad bad(String code, String field, String dataset) {
        DatasetSpec spec = Draft.dataset(dataset);
        ModelGraph graph = Draft.graph("in flat=flatten out=linear:2", "in>flat>out");
        return new Bad(code, "dataset." + field, "", Draft.of(spec, graph, Draft.training("")));
    }
}

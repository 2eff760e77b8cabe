package dev.spirallab.export.djl;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What DJL has no counterpart of. */
final class Lacking {
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param path of the record in the document
     * @return stands where the code would
     */
    String add(String path, Object record) {
        problems.add(Problem.of("export.djl", path, Map.of("kind", Records.kind(record))));
        return "";
    }

    /** A setting that cannot be given. */
    void setting(String path) {
        problems.add(Problem.of("export.djlSetting", path, Map.of()));
    }

    List<Problem> problems() {
        return problems;
    }
}

package dev.spirallab.api;

import dev.spirallab.run.History;
import java.util.List;

/**
 * The points of the curves.
 *
 * @param attempt counts how often the run was set back to its start; each attempt has curves of its
 *     own
 * @param from the place of the first point in the attempt's history
 */
record CurveAnswer(int attempt, int from, List<PointAnswer> points) {
    static CurveAnswer of(History history) {
        return new CurveAnswer(
                history.attempt(),
                history.from(),
                history.points().stream().map(PointAnswer::of).toList());
    }
}

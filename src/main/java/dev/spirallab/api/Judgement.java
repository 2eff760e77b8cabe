package dev.spirallab.api;

import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.validation.Budget;
import java.util.List;
import java.util.Map;

/**
 * What validation found.
 *
 * @param valid whether it can be trained; then all problems are hints
 * @param shapes what each node gives, without the batch dimension
 * @param parameters how many each node has
 */
record Judgement(
        boolean valid,
        List<ShownProblem> problems,
        Map<String, List<Integer>> shapes,
        Map<String, Long> parameters,
        Budget budget) {}

package dev.spirallab.program;

import java.util.Arrays;
import java.util.List;

/**
 * What an optimiser keeps from step to step, in one flat vector: first the vectors, each as long as
 * the parameter vector, one behind the other, then the single numbers.
 *
 * @param vectors what each vector's elements begin with
 * @param numbers what each number begins with
 */
public record OptimizerState(List<Double> vectors, List<Double> numbers) {
    public OptimizerState {
        vectors = List.copyOf(vectors);
        numbers = List.copyOf(numbers);
    }

    static OptimizerState of(OptimizerRule rule) {
        return new OptimizerState(starts(rule.vectors()), starts(rule.numbers()));
    }

    private static List<Double> starts(List<Kept> kept) {
        return kept.stream().map(Kept::start).toList();
    }

    /** Length of the flat vector. */
    public int size(int parameterCount) {
        return Math.addExact(Math.multiplyExact(vectors.size(), parameterCount), numbers.size());
    }

    /** The flat vector before the first step. */
    public float[] start(int parameterCount) {
        float[] flat = new float[size(parameterCount)];
        for (int i = 0; i < vectors.size(); i++) {
            int from = i * parameterCount;
            Arrays.fill(flat, from, from + parameterCount, vectors.get(i).floatValue());
        }
        for (int i = 0; i < numbers.size(); i++) {
            flat[vectors.size() * parameterCount + i] = numbers.get(i).floatValue();
        }
        return flat;
    }
}

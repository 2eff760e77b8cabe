package dev.spirallab.engine;

import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.program.Start;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The numbers with which training begins, drawn from the run's seed. */
final class StartValues {
    private StartValues() {}

    static float[] parameters(Program program, long seed) {
        return values(program.parameters(), program.parameterCount(), seed);
    }

    static float[] buffers(Program program) {
        return values(program.buffers(), program.bufferCount(), 0);
    }

    static float[] optimizerState(Program program) {
        float[] state = new float[program.optimizerStateCount() * program.parameterCount()];
        Arrays.fill(state, (float) program.optimizerStateStart());
        return state;
    }

    /** 1 where regularisation applies. */
    static float[] regularized(Program program) {
        float[] mask = new float[program.parameterCount()];
        program.parameters().stream()
                .filter(Parameter::regularized)
                .forEach(place ->
                        Arrays.fill(mask, place.offset(), place.offset() + place.size(), 1));
        return mask;
    }

    private static float[] values(List<Parameter> places, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (Parameter place : places) {
            fill(values, place, random);
        }
        return values;
    }

    private static void fill(float[] values, Parameter place, SplittableRandom random) {
        int end = place.offset() + place.size();
        switch (place.start()) {
            case Start.Constant(double value) ->
                    Arrays.fill(values, place.offset(), end, (float) value);
            case Start.Given(float[] given) ->
                    System.arraycopy(given, 0, values, place.offset(), place.size());
            case Start.Uniform(double bound) -> {
                for (int i = place.offset(); i < end; i++) {
                    values[i] = (float) (bound * (2 * random.nextDouble() - 1));
                }
            }
        }
    }
}

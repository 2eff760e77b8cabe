package dev.spirallab.engine;

import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.program.Start;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The numbers with which training begins, drawn from the run's seed. */
final class StartValues {
    private StartValues() {}

    static float[] parameters(Program program, long seed) {
        return values(program.parameters(), program.parameterCount(), seed);
    }

    static float[] buffers(Program program) {
        return values(program.buffers(), program.bufferCount(), 0);
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
        Draw draw = new Draw(seed);
        float[] values = new float[count];
        for (Parameter place : places) {
            FloatBuffer own = FloatBuffer.wrap(values, place.offset(), place.size());
            switch (place.start()) {
                case Start.Given(float[] given) -> own.put(given);
                case Start.Constant(double value) -> fill(own, () -> value);
                case Start.Uniform(double low, double high) ->
                        fill(own, () -> draw.uniform(low, high));
                case Start.Normal(double mean, double std) ->
                        fill(own, () -> draw.normal(mean, std));
                case Start.TruncatedNormal normal -> fill(own, () -> draw.truncated(normal));
                case Start.Orthogonal matrix -> own.put(draw.orthogonal(matrix));
            }
        }
        return values;
    }

    private static void fill(FloatBuffer places, DoubleSupplier values) {
        while (places.hasRemaining()) {
            places.put((float) values.getAsDouble());
        }
    }
}

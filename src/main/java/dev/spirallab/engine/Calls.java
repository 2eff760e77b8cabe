package dev.spirallab.engine;

import ai.djl.pytorch.jni.IValue;
import dev.spirallab.engine.TorchModule.Argument;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Indices;
import dev.spirallab.engine.TorchModule.Integers;
import dev.spirallab.engine.TorchModule.Whole;
import java.util.Arrays;
import java.util.function.Function;

/** Calls those methods of a program that look at batches. */
final class Calls {
    private final TorchModule module;
    private final Examples train;
    private final long seed;

    /**
     * @param seed of the training
     */
    Calls(TorchModule module, Examples train, long seed) {
        this.module = module;
        this.train = train;
        this.seed = scattered(seed);
    }

    /** Of the random numbers of whole batches. */
    long seed() {
        return seed;
    }

    /** The random numbers of a portion are its own. */
    long seedOfPortion(int at) {
        return scattered(seed + at);
    }

    /** Neighbouring seeds become distant ones, below 2^52. */
    private static long scattered(long seed) {
        return (seed * 0x9E3779B97F4A7C15L) >>> 12;
    }

    <T> T run(
            String method,
            Function<IValue, T> result,
            Plan plan,
            Argument parameters,
            Argument statistics,
            long seed,
            long step,
            Argument... further) {
        float[] shares = plan.shares();
        Argument[] looked = {
            train.inputs(),
            train.targets(),
            parameters,
            statistics,
            new Indices(plan.rows(), plan.rows().length),
            new Floats(shares, 0, shares.length, 1),
            new Integers(plan.starts()),
            new Integers(plan.sizes()),
            new Whole(seed),
            new Whole(step)
        };
        Argument[] all = Arrays.copyOf(looked, looked.length + further.length);
        System.arraycopy(further, 0, all, looked.length, further.length);
        return module.run(method, result, all);
    }
}

package dev.spirallab.engine;

import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.program.Program;

/**
 * A program and what it learns, on the device.
 *
 * @param buffers running statistics
 * @param state of the optimiser
 * @param regularized 1 where regularisation applies
 */
record Model(
        TorchModule module, Tensor parameters, Tensor buffers, Tensor state, Tensor regularized) {

    /** As the seed says. */
    static Model begin(TorchModule module, Program program, long seed) {
        float[] start = StartValues.parameters(program, seed);
        return new Model(
                module,
                module.keep(start, start.length),
                keep(module, StartValues.buffers(program)),
                keep(module, program.optimizerState().start(start.length)),
                keep(module, StartValues.regularized(program)));
    }

    private static Tensor keep(TorchModule module, float... values) {
        return module.keep(values, values.length);
    }
}

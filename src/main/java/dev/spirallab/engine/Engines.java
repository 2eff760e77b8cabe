package dev.spirallab.engine;

/** Where to get an engine. */
public final class Engines {
    private Engines() {}

    /**
     * Starts PyTorch, once for the whole process.
     *
     * @param device {@code auto} (a GPU if there is one), {@code cpu}, {@code gpu} or {@code
     *     gpu:1}; where the GPU asked for is not there the CPU serves, and {@link
     *     DeviceInfo#missing} says so
     * @throws IllegalArgumentException if {@code device} is none of these
     */
    public static Engine on(String device) {
        return new TorchEngine(TorchDevice.choose(device));
    }
}

package dev.spirallab.engine;

import java.util.Optional;

/**
 * Where training happens.
 *
 * @param id {@code cpu} or {@code gpu:0}
 * @param name what people call it, such as the processor's model
 * @param cores processor cores that may be used
 * @param threads threads that may train at the same time with gain: the cores, or 1 on a GPU
 * @param missing the device that was asked for but is not there, so that this one serves
 */
public record DeviceInfo(
        String id, String name, int cores, int threads, Optional<String> missing) {}

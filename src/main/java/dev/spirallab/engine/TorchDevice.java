package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A device that PyTorch has, and what is told of it. */
record TorchDevice(Device device, DeviceInfo info) {
    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

    static TorchDevice choose(String wanted) {
        ai.djl.engine.Engine torch = start();
        Matcher gpu = GPU.matcher(wanted);
        if (gpu.matches()) {
            int number = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
            return number < torch.getGpuCount() ? gpu(number) : cpu(Optional.of(wanted));
        }
        return switch (wanted) {
            case "auto" -> torch.getGpuCount() > 0 ? gpu(0) : cpu(Optional.empty());
            case "cpu" -> cpu(Optional.empty());
            default -> throw new IllegalArgumentException("no device is called " + wanted);
        };
    }

    /**
     * One thread an operation: runs share the cores instead. DJL tells nobody that it was started.
     */
    private static ai.djl.engine.Engine start() {
        NativeHeap.keepFreed();
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        ai.djl.engine.Engine torch = ai.djl.engine.Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        return torch;
    }

    private static TorchDevice gpu(int number) {
        return new TorchDevice(
                Device.gpu(number),
                new DeviceInfo(
                        "gpu:" + number, "CUDA GPU " + number, cores(), 1, Optional.empty()));
    }

    private static TorchDevice cpu(Optional<String> missing) {
        return new TorchDevice(
                Device.cpu(), new DeviceInfo("cpu", processor(), cores(), cores(), missing));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The processor's model where Linux tells it, else its architecture. */
    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(TorchDevice::architecture);
        } catch (IOException elsewhere) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch", "CPU");
    }
}

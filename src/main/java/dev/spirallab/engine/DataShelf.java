package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dev.spirallab.dataset.Inputs;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The data on a device: each part of a data set is placed once, however many trainings use it, and
 * goes when the last of them is closed. Nobody changes it. Safe for use by many threads.
 */
final class DataShelf {
    private final Device device;
    private final Map<Key, Placed> placed = new HashMap<>();

    /** Equal only where the arrays are the same ones. */
    private record Key(Part part, TargetRows targets) {}

    private static final class Placed {
        private final PtNDManager manager;
        private final PtNDArray inputs;
        private final PtNDArray targets;
        private int leases;

        private Placed(Device device, Part part, Matrix wanted) {
            manager =
                    (PtNDManager) ai.djl.engine.Engine.getEngine("PyTorch").newBaseManager(device);
            inputs = inputs(part.examples());
            targets = own(FloatBuffer.wrap(wanted.values()), wanted, DataType.FLOAT32);
        }

        private PtNDArray inputs(Inputs examples) {
            return switch (examples) {
                case Matrix matrix ->
                        own(FloatBuffer.wrap(matrix.values()), matrix, DataType.FLOAT32);
                case Pixels pixels -> own(ByteBuffer.wrap(pixels.values()), pixels, DataType.UINT8);
            };
        }

        /** An array made from a Java buffer shares its memory, so it is copied. */
        private PtNDArray own(Buffer values, Inputs size, DataType type) {
            Shape shape = new Shape(size.rows(), size.columns());
            try (PtNDArray shared = manager.create(values, shape, type)) {
                return (PtNDArray) shared.duplicate();
            }
        }
    }

    /** A part of the data, there until this is closed. */
    final class Lease implements AutoCloseable {
        private final Key key;
        private final Placed data;
        private boolean closed;

        private Lease(Key key, Placed data) {
            this.key = key;
            this.data = data;
        }

        PtNDArray inputs() {
            return data.inputs;
        }

        PtNDArray targets() {
            return data.targets;
        }

        int rows() {
            return key.part().rows();
        }

        @Override
        public void close() {
            synchronized (DataShelf.this) {
                if (!closed) {
                    closed = true;
                    data.leases--;
                    if (data.leases == 0) {
                        placed.remove(key);
                        data.manager.close();
                    }
                }
            }
        }
    }

    DataShelf(Device device) {
        this.device = device;
    }

    synchronized Lease lease(Part part, TargetRows targets) {
        Key key = new Key(part, targets);
        Placed data =
                placed.computeIfAbsent(
                        key, _ -> new Placed(device, part, targets.of(part.targets())));
        data.leases++;
        return new Lease(key, data);
    }

    /** How many parts are there. */
    synchronized int size() {
        return placed.size();
    }
}

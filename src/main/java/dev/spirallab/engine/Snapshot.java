package dev.spirallab.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a {@link Checkpoint} holds, and its format: big-endian; "SLCK", version, then the components
 * in order, arrays with their length first.
 */
@SuppressWarnings("ArrayRecordComponent") // made, written and forgotten
record Snapshot(
        Place place,
        Settings settings,
        Plateau plateau,
        float[] parameters,
        float[] buffers,
        float[] state) {
    private static final int MAGIC = 0x534C434B;
    private static final int VERSION = 2;
    private static final int HEAD = 84;

    /** Where in the training. */
    record Place(long step, int epoch, int stepInEpoch, int batch, int nextBatch) {
        static Place of(Batches batches) {
            return new Place(
                    batches.step(),
                    batches.epoch(),
                    batches.stepInEpoch(),
                    batches.batch(),
                    batches.nextBatch());
        }

        void restore(Batches batches) {
            batches.move(step, epoch, stepInEpoch, batch, nextBatch);
        }
    }

    /** What can be tuned, apart from the batch size. */
    record Settings(double learningRate, double l1, double l2, double weightDecay) {}

    Checkpoint write() {
        ByteBuffer bytes = ByteBuffer.allocate(size());
        bytes.putInt(MAGIC).putInt(VERSION);
        bytes.putLong(place.step).putInt(place.epoch).putInt(place.stepInEpoch);
        bytes.putInt(place.batch).putInt(place.nextBatch);
        bytes.putDouble(settings.learningRate).putDouble(settings.l1).putDouble(settings.l2);
        bytes.putDouble(settings.weightDecay);
        bytes.putDouble(plateau.best()).putInt(plateau.bad());
        bytes.putInt(plateau.cooldown()).putInt(plateau.reductions());
        write(bytes, parameters);
        write(bytes, buffers);
        write(bytes, state);
        return new Checkpoint(bytes.array());
    }

    private int size() {
        long numbers = (long) parameters.length + buffers.length + state.length;
        return Math.toIntExact(HEAD + 3 * Integer.BYTES + Float.BYTES * numbers);
    }

    /** All at once: there may be millions. */
    private static void write(ByteBuffer to, float[] values) {
        to.putInt(values.length);
        to.asFloatBuffer().put(values);
        to.position(to.position() + Float.BYTES * values.length);
    }

    /**
     * @throws IllegalArgumentException if the bytes are not a checkpoint of such a model
     */
    static Snapshot read(Checkpoint checkpoint, int parameters, int buffers, int state) {
        try {
            ByteBuffer in = ByteBuffer.wrap(checkpoint.bytes());
            if (in.getInt() != MAGIC || in.getInt() != VERSION) {
                throw new IllegalArgumentException("not a checkpoint of this version");
            }
            return new Snapshot(
                    new Place(in.getLong(), in.getInt(), in.getInt(), in.getInt(), in.getInt()),
                    new Settings(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble()),
                    new Plateau(in.getDouble(), in.getInt(), in.getInt(), in.getInt()),
                    floats(in, parameters),
                    floats(in, buffers),
                    floats(in, state));
        } catch (BufferUnderflowException broken) {
            throw new IllegalArgumentException("not a checkpoint", broken);
        }
    }

    private static float[] floats(ByteBuffer in, int expected) {
        if (in.getInt() != expected) {
            throw new IllegalArgumentException("a checkpoint of another model");
        }
        float[] values = new float[expected];
        in.asFloatBuffer().get(values);
        in.position(in.position() + Float.BYTES * expected);
        return values;
    }
}

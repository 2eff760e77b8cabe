package dev.spirallab.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a {@link Checkpoint} holds, and its format: big-endian; "SLCK", version, then the components
 * in order, arrays with their length first.
 */
@SuppressWarnings("ArrayRecordComponent") // made, written and forgotten
record Snapshot(
        Place place, Settings settings, float[] parameters, float[] buffers, float[] state) {
    private static final int MAGIC = 0x534C434B;
    private static final int VERSION = 1;

    /** Where in the training. */
    record Place(long step, int epoch, int stepInEpoch, int batch, int nextBatch) {}

    /** What can be tuned, apart from the batch size. */
    record Settings(double learningRate, double l1, double l2, double weightDecay) {}

    Checkpoint write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            write(out, place);
            write(out, settings);
            write(out, parameters);
            write(out, buffers);
            write(out, state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Checkpoint(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Place place) throws IOException {
        out.writeLong(place.step);
        out.writeInt(place.epoch);
        out.writeInt(place.stepInEpoch);
        out.writeInt(place.batch);
        out.writeInt(place.nextBatch);
    }

    private static void write(DataOutputStream out, Settings settings) throws IOException {
        out.writeDouble(settings.learningRate);
        out.writeDouble(settings.l1);
        out.writeDouble(settings.l2);
        out.writeDouble(settings.weightDecay);
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are not a checkpoint of such a model
     */
    static Snapshot read(Checkpoint checkpoint, int parameters, int buffers, int state) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(checkpoint.bytes()))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IllegalArgumentException("not a checkpoint of this version");
            }
            return new Snapshot(
                    new Place(
                            in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt()),
                    new Settings(
                            in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                    floats(in, parameters),
                    floats(in, buffers),
                    floats(in, state));
        } catch (IOException broken) {
            throw new IllegalArgumentException("not a checkpoint", broken);
        }
    }

    private static float[] floats(DataInputStream in, int expected) throws IOException {
        if (in.readInt() != expected) {
            throw new IllegalArgumentException("a checkpoint of another model");
        }
        float[] values = new float[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}

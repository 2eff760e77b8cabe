package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights that a run was given to begin with: big-endian, components in order, texts and lists
 * with their length first.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Start(byte[] bytes) {

    public static Start of(List<NodeTensor> tensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(tensors.size());
            for (NodeTensor tensor : tensors) {
                out.writeUTF(tensor.node());
                out.writeUTF(tensor.name());
                out.writeInt(tensor.shape().size());
                for (int size : tensor.shape()) {
                    out.writeInt(size);
                }
                ByteBuffer values = ByteBuffer.allocate(Float.BYTES * tensor.values().length);
                values.asFloatBuffer().put(tensor.values());
                out.writeInt(tensor.values().length);
                out.write(values.array());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Start(bytes.toByteArray());
    }

    /**
     * @throws UncheckedIOException if they are damaged
     */
    List<NodeTensor> tensors() {
        List<NodeTensor> tensors = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                tensors.add(tensor(in));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return tensors;
    }

    private static NodeTensor tensor(DataInputStream in) throws IOException {
        String node = in.readUTF();
        String name = in.readUTF();
        List<Integer> shape = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            shape.add(in.readInt());
        }
        int length = in.readInt();
        if (length < 0 || length > in.available() / Float.BYTES) {
            throw new EOFException();
        }
        float[] values = new float[length];
        ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length)).asFloatBuffer().get(values);
        return new NodeTensor(node, name, shape, values);
    }
}

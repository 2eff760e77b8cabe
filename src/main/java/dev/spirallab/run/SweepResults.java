package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.data.Extent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the variants of a sweep have come to, with what each has learnt: big-endian, texts and lists
 * with their length first.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record SweepResults(byte[] bytes) {
    /** Of what is written here; whoever changes it says so by another number. */
    public static final int FORMAT = 1;

    /**
     * As it is read.
     *
     * @param tensors of each variant; none where there was no room for them
     */
    public record Read(double done, List<Variant> variants, List<List<NodeTensor>> tensors) {
        Standing standing(State state) {
            return new Standing(state, done, variants, Optional.empty());
        }
    }

    /**
     * @param tensors what each variant has learnt; none where there is no room for it
     */
    static SweepResults of(Standing standing, List<List<NodeTensor>> tensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(standing.done());
            out.writeInt(standing.variants().size());
            for (int i = 0; i < standing.variants().size(); i++) {
                write(standing.variants().get(i), out);
                write(Start.of(tensors.get(i)).bytes(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new SweepResults(bytes.toByteArray());
    }

    private static void write(Variant variant, DataOutputStream out) throws IOException {
        out.writeUTF(variant.end().name());
        out.writeInt(variant.points().size());
        for (Point point : variant.points()) {
            out.writeLong(point.step());
            out.writeDouble(point.epoch());
            write(point.evaluation().train(), out);
            write(point.evaluation().test(), out);
        }
        out.writeBoolean(variant.boundary().isPresent());
        if (variant.boundary().isPresent()) {
            write(variant.boundary().get(), out);
        }
    }

    private static void write(Frame.Boundary frame, DataOutputStream out) throws IOException {
        out.writeInt(frame.at().attempt());
        out.writeInt(frame.at().epoch());
        out.writeLong(frame.at().step());
        out.writeUTF(frame.task().name());
        out.writeInt(frame.channels());
        out.writeInt(frame.width());
        out.writeInt(frame.height());
        out.writeFloat(frame.extent().xMin());
        out.writeFloat(frame.extent().xMax());
        out.writeFloat(frame.extent().yMin());
        out.writeFloat(frame.extent().yMax());
        out.writeFloat(frame.valueMin());
        out.writeFloat(frame.valueMax());
        write(frame.values(), out);
    }

    private static void write(Score score, DataOutputStream out) throws IOException {
        out.writeDouble(score.loss());
        out.writeDouble(score.accuracy());
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * @return empty where they are damaged
     */
    public Optional<Read> read() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            double done = in.readDouble();
            List<Variant> variants = new ArrayList<>();
            List<List<NodeTensor>> tensors = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                variants.add(variant(in));
                tensors.add(new Start(bytes(in)).tensors());
            }
            return Optional.of(new Read(done, variants, tensors));
        } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Variant variant(DataInputStream in) throws IOException {
        EndReason end = EndReason.valueOf(in.readUTF());
        List<Point> points = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            points.add(
                    new Point(
                            in.readLong(), in.readDouble(), new Evaluation(score(in), score(in))));
        }
        Optional<Frame.Boundary> boundary =
                in.readBoolean() ? Optional.of(boundary(in)) : Optional.empty();
        return new Variant(points, boundary, end);
    }

    private static Frame.Boundary boundary(DataInputStream in) throws IOException {
        return new Frame.Boundary(
                new Moment(in.readInt(), in.readInt(), in.readLong()),
                TaskKind.valueOf(in.readUTF()),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                new Extent(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()),
                in.readFloat(),
                in.readFloat(),
                bytes(in));
    }

    private static Score score(DataInputStream in) throws IOException {
        return new Score(in.readDouble(), in.readDouble());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length > in.available()) {
            throw new EOFException();
        }
        return in.readNBytes(length);
    }
}

package dev.spirallab.experiment;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the variants of a sweep have come to, as bytes: big-endian, lists with their length first.
 */
final class SweepBytes {
    /** Of what is written here; whoever changes it says so by another number. */
    static final int FORMAT = 1;

    private SweepBytes() {}

    /** Results of a sweep, with what each variant has learnt. */
    record Results(double done, List<Variant> variants, List<List<NodeTensor>> tensors) {
        Standing standing(State state) {
            return new Standing(state, done, variants, Optional.empty());
        }
    }

    static byte[] of(Standing standing, List<List<NodeTensor>> tensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(standing.done());
            out.writeInt(standing.variants().size());
            for (int i = 0; i < standing.variants().size(); i++) {
                write(standing.variants().get(i), out);
                write(RunBytes.tensors(tensors.get(i)), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
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
        write(variant.boundary().map(RunBytes::boundary).orElseGet(() -> new byte[0]), out);
    }

    private static void write(Score score, DataOutputStream out) throws IOException {
        out.writeDouble(score.loss());
        out.writeDouble(score.accuracy());
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Results read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            double done = in.readDouble();
            List<Variant> variants = new ArrayList<>();
            List<List<NodeTensor>> tensors = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                variants.add(variant(in));
                tensors.add(RunBytes.tensors(bytes(in)));
            }
            return new Results(done, variants, tensors);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
        byte[] boundary = bytes(in);
        Optional<Frame.Boundary> drawn =
                boundary.length == 0 ? Optional.empty() : Optional.of(RunBytes.boundary(boundary));
        return new Variant(points, drawn, end);
    }

    private static Score score(DataInputStream in) throws IOException {
        return new Score(in.readDouble(), in.readDouble());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}

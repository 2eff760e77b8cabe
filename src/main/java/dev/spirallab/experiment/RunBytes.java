package dev.spirallab.experiment;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.data.Extent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points of curves and boundaries as bytes, big-endian, components in order. */
final class RunBytes {
    /** Of what is written here; whoever changes it says so by another number. */
    static final int FORMAT = 1;

    private static final int BOUNDARY_HEAD = 53;

    private RunBytes() {}

    static byte[] points(List<MetricPoint> points) {
        ByteBuffer bytes = ByteBuffer.allocate(MetricPoint.BYTES * points.size());
        points.forEach(point -> point.write(bytes));
        return bytes.array();
    }

    static List<MetricPoint> points(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<MetricPoint> points = new ArrayList<>();
        while (in.hasRemaining()) {
            points.add(MetricPoint.read(in));
        }
        return points;
    }

    static byte[] boundary(Frame.Boundary frame) {
        byte[] values = frame.values();
        ByteBuffer bytes = ByteBuffer.allocate(BOUNDARY_HEAD + values.length);
        frame.at().write(bytes);
        bytes.put((byte) (frame.task() == TaskKind.CLASSES ? 0 : 1));
        bytes.putInt(frame.channels()).putInt(frame.width()).putInt(frame.height());
        Extent extent = frame.extent();
        bytes.putFloat(extent.xMin()).putFloat(extent.xMax());
        bytes.putFloat(extent.yMin()).putFloat(extent.yMax());
        bytes.putFloat(frame.valueMin()).putFloat(frame.valueMax());
        return bytes.put(values).array();
    }

    static Frame.Boundary boundary(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Frame.Boundary(
                Moment.read(in),
                in.get() == 0 ? TaskKind.CLASSES : TaskKind.REGRESSION,
                in.getInt(),
                in.getInt(),
                in.getInt(),
                new Extent(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat()),
                in.getFloat(),
                in.getFloat(),
                Arrays.copyOfRange(bytes, BOUNDARY_HEAD, bytes.length));
    }
}

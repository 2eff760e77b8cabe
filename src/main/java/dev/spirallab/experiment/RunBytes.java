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

/**
 * Points of curves and boundaries as bytes, big-endian, components in order. A point is 32 bytes.
 */
final class RunBytes {
    /** Of what is written here; whoever changes it says so by another number. */
    static final int FORMAT = 1;

    static final int POINT = 32;
    private static final int BOUNDARY_HEAD = 53;

    private RunBytes() {}

    static byte[] points(List<MetricPoint> points) {
        ByteBuffer bytes = ByteBuffer.allocate(POINT * points.size());
        for (MetricPoint point : points) {
            bytes.putLong(point.step()).putFloat(point.epoch());
            bytes.putFloat(point.trainLoss()).putFloat(point.testLoss());
            bytes.putFloat(point.trainAccuracy()).putFloat(point.testAccuracy());
            bytes.putFloat(point.learningRate());
        }
        return bytes.array();
    }

    static List<MetricPoint> points(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<MetricPoint> points = new ArrayList<>();
        while (in.hasRemaining()) {
            points.add(
                    new MetricPoint(
                            in.getLong(),
                            in.getFloat(),
                            in.getFloat(),
                            in.getFloat(),
                            in.getFloat(),
                            in.getFloat(),
                            in.getFloat()));
        }
        return points;
    }

    static byte[] boundary(Frame.Boundary frame) {
        byte[] values = frame.values();
        ByteBuffer bytes = ByteBuffer.allocate(BOUNDARY_HEAD + values.length);
        bytes.putInt(frame.at().attempt()).putInt(frame.at().epoch()).putLong(frame.at().step());
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
                new Moment(in.getInt(), in.getInt(), in.getLong()),
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

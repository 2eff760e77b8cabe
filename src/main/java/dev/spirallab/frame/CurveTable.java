package dev.spirallab.frame;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A curve as a table (RFC 4180), with the columns of the page's CSV files; a figure that is no
 * finite number is an empty cell.
 */
public final class CurveTable {
    private static final String END = "\r\n";
    private static final String HEAD =
            "step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,learningRate" + END;

    private CurveTable() {}

    public static String of(List<MetricPoint> points) {
        return points.stream().map(CurveTable::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(MetricPoint point) {
        return DoubleStream.of(
                        point.epoch(),
                        point.trainLoss(),
                        point.testLoss(),
                        point.trainAccuracy(),
                        point.testAccuracy(),
                        point.learningRate())
                .mapToObj(figure -> Double.isFinite(figure) ? Float.toString((float) figure) : "")
                .collect(Collectors.joining(",", point.step() + ",", END));
    }
}

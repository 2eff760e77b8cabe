package dev.spirallab.frame;

import dev.spirallab.spec.data.Extent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames as bytes, little-endian. A WebSocket message is one or more frames, one after the other.
 *
 * <pre>
 * header, 24 bytes
 *    0 u32 length of the whole frame     4 u8  version, 1      5 u8 type
 *    6 u16 attempt                       8 u32 epoch          12 f64 step (an exact integer)
 *   20 u32 length of the payload
 * payload by type
 *   1 METRICS   u32 firstIndex, u32 count, count x { f64 step, f32 epoch, f32 trainLoss,
 *               f32 testLoss, f32 trainAccuracy, f32 testAccuracy, f32 learningRate }; NaN = none
 *   2 BOUNDARY  u8 task (0 classes, 1 regression), u8 channels, u16 width, u16 height,
 *               f32 xMin, xMax, yMin, yMax, f32 valueMin, valueMax, u8[channels][height][width]
 *   3 STATE     u8 state (0 ready, 1 running, 2 paused, 3 ended, 4 closed), u8 reason (0 none,
 *               1 epochs, 2 steps, 3 target, 4 earlyStopping, 5 diverged, 6 stopped, 7 failed),
 *               f32 stepsPerSecond, f32 pace (0 = as fast as it can), f32 learningRate,
 *               u32 stepsPerEpoch, u32 viewers, u16 length + UTF-8 detail code
 *   4 PROBLEM   u16 length + UTF-8 JSON {code, path, node?, arguments}
 *   5 POINTS    u8 task, u32 train, u32 test, f32 xMin, xMax, yMin, yMax,
 *               (train + test) x { f32 x1, f32 x2, f32 label or value }
 *   6 ASSESSED  u32 length + UTF-8 JSON of {@link Assessment}; null = none
 *   7 LAYERS    u32 length + UTF-8 JSON of {@link LayerReport}; null = none
 *   8 UNITS     u16 grid, u16 nodes, nodes x { u16 length + UTF-8 id, u32 units, u16 pictures,
 *               pictures x { u32 unit, f32 least, f32 greatest, u8[grid][grid] } }
 *   9 TRAIL     u32 count, count x f64 step
 *  10 PAST      the payload of a BOUNDARY; the header has the moment that it is of
 *  11 MISTAKEN  u32 length + UTF-8 JSON of {@link Mistakes}; null = none
 *  12 ANSWERED  u32 length + UTF-8 JSON of {@link OwnAnswer}
 *  13 OUTPUTS   u32 length + UTF-8 JSON of {@link LayerOutputs.Head}, u32 count, count x f32
 *  14 INSIDE    u32 example, u32 examples, u8 test, i32 label, i32 answer (-1 = none),
 *               u16 layers, layers x { 4 x (u16 length + UTF-8 node, name, from, bias), u8 rank,
 *               u32[rank] shape }, u16 chosen,
 *               u16 rows, u32[rows], u16 columns, u32[columns], f32[rows][columns],
 *               u16 biases (rows or 0), f32[biases],
 *               u16 height, u16 width, f32 most, u8[height][width] (0..255 for -most..most),
 *               2 x (input, maps) { u32 channels, u16 height, u16 width, u16 pictures,
 *               pictures x { f32 least, f32 greatest, u8[height][width] } }
 * </pre>
 *
 * A reader skips frames of a type it does not know by their length. A viewer keeps the number of
 * points it has of an attempt; METRICS that begin beyond it cannot come, points it has already are
 * dropped, and another attempt starts from nothing. Golden files of every type lie in {@code
 * src/test/resources/contract/frames} and are read by the tests of both sides.
 */
public final class FrameCodec {
    public static final int VERSION = 1;
    static final int HEADER = 24;
    static final int POINT = 32;

    private FrameCodec() {}

    /** The frames one after the other. */
    public static byte[] encode(List<? extends Frame> frames) {
        byte[] bytes = new byte[frames.stream().mapToInt(FrameCodec::length).sum()];
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        frames.forEach(frame -> write(frame, all));
        return bytes;
    }

    public static byte[] encode(Frame frame) {
        return encode(List.of(frame));
    }

    private static int length(Frame frame) {
        return HEADER + payloadLength(frame);
    }

    private static int payloadLength(Frame frame) {
        return switch (frame) {
            case Frame.Metrics metrics -> 8 + POINT * metrics.points().size();
            case Frame.Boundary boundary -> boundaryLength(boundary);
            case Frame.State state -> 24 + utf8(state.detail()).length;
            case Frame.Trouble trouble -> 2 + json(trouble).length;
            case Frame.Assessed assessed -> 4 + json(assessed.assessment()).length;
            case Frame.Layers layers -> 4 + json(layers.report()).length;
            case Frame.Units units -> UnitsCodec.length(units.pictures());
            case Frame.Trail trail -> 4 + 8 * trail.steps().size();
            case Frame.Past past -> boundaryLength(past.picture());
            case Frame.Mistaken mistaken -> 4 + json(mistaken.mistakes()).length;
            case Frame.Answered answered -> 4 + json(answered.answer()).length;
            case Frame.Outputs(_, LayerOutputs outputs) ->
                    8 + json(outputs.head()).length + Float.BYTES * outputs.values().length;
            case Frame.Inside inside -> InteriorCodec.length(inside);
            case Frame.Points points -> 25 + 4 * points.points().length;
        };
    }

    private static int boundaryLength(Frame.Boundary boundary) {
        return 30 + boundary.values().length;
    }

    private static int type(Frame frame) {
        return switch (frame) {
            case Frame.Metrics _ -> 1;
            case Frame.Boundary _ -> 2;
            case Frame.State _ -> 3;
            case Frame.Trouble _ -> 4;
            case Frame.Points _ -> 5;
            case Frame.Assessed _ -> 6;
            case Frame.Layers _ -> 7;
            case Frame.Units _ -> 8;
            case Frame.Trail _ -> 9;
            case Frame.Past _ -> 10;
            case Frame.Mistaken _ -> 11;
            case Frame.Answered _ -> 12;
            case Frame.Outputs _ -> 13;
            case Frame.Inside _ -> 14;
        };
    }

    private static void write(Frame frame, ByteBuffer to) {
        int payload = payloadLength(frame);
        to.putInt(HEADER + payload).put((byte) VERSION).put((byte) type(frame));
        to.putShort((short) frame.at().attempt()).putInt(frame.at().epoch());
        to.putDouble((double) frame.at().step()).putInt(payload);
        switch (frame) {
            case Frame.Metrics metrics -> writeMetrics(metrics, to);
            case Frame.Boundary boundary -> writeBoundary(boundary, to);
            case Frame.State state -> writeState(state, to);
            case Frame.Trouble trouble -> writeBytes(json(trouble), to);
            case Frame.Points points -> writePoints(points, to);
            case Frame.Assessed assessed -> writeJson(assessed.assessment(), to);
            case Frame.Layers layers -> writeJson(layers.report(), to);
            case Frame.Units units -> UnitsCodec.write(units.pictures(), to);
            case Frame.Trail trail -> writeTrail(trail, to);
            case Frame.Past past -> writeBoundary(past.picture(), to);
            case Frame.Mistaken mistaken -> writeJson(mistaken.mistakes(), to);
            case Frame.Answered answered -> writeJson(answered.answer(), to);
            case Frame.Outputs outputs -> writeOutputs(outputs.outputs(), to);
            case Frame.Inside inside -> InteriorCodec.write(inside, to);
        }
    }

    private static void writeOutputs(LayerOutputs outputs, ByteBuffer to) {
        writeJson(outputs.head(), to);
        to.putInt(outputs.values().length);
        for (float value : outputs.values()) {
            to.putFloat(value);
        }
    }

    private static void writeMetrics(Frame.Metrics metrics, ByteBuffer to) {
        to.putInt(metrics.firstIndex()).putInt(metrics.points().size());
        for (MetricPoint point : metrics.points()) {
            to.putDouble((double) point.step()).putFloat(point.epoch());
            to.putFloat(point.trainLoss()).putFloat(point.testLoss());
            to.putFloat(point.trainAccuracy()).putFloat(point.testAccuracy());
            to.putFloat(point.learningRate());
        }
    }

    private static void writeBoundary(Frame.Boundary boundary, ByteBuffer to) {
        to.put(code(boundary.task())).put((byte) boundary.channels());
        to.putShort((short) boundary.width()).putShort((short) boundary.height());
        writeExtent(boundary.extent(), to);
        to.putFloat(boundary.valueMin()).putFloat(boundary.valueMax()).put(boundary.values());
    }

    private static void writeTrail(Frame.Trail trail, ByteBuffer to) {
        to.putInt(trail.steps().size());
        trail.steps().forEach(step -> to.putDouble((double) step));
    }

    private static void writeState(Frame.State state, ByteBuffer to) {
        to.put(code(state.state())).put(code(state.reason()));
        to.putFloat(state.stepsPerSecond()).putFloat(state.pace()).putFloat(state.learningRate());
        to.putInt(state.stepsPerEpoch()).putInt(state.viewers());
        writeBytes(utf8(state.detail()), to);
    }

    private static void writePoints(Frame.Points points, ByteBuffer to) {
        to.put(code(points.task())).putInt(points.train()).putInt(points.test());
        writeExtent(points.extent(), to);
        for (float value : points.points()) {
            to.putFloat(value);
        }
    }

    private static void writeExtent(Extent extent, ByteBuffer to) {
        to.putFloat(extent.xMin()).putFloat(extent.xMax());
        to.putFloat(extent.yMin()).putFloat(extent.yMax());
    }

    private static void writeBytes(byte[] bytes, ByteBuffer to) {
        to.putShort((short) bytes.length).put(bytes);
    }

    private static byte[] json(Frame.Trouble trouble) {
        return utf8(ProblemText.json(trouble.problem()));
    }

    private static void writeJson(Record told, ByteBuffer to) {
        byte[] json = json(told);
        to.putInt(json.length).put(json);
    }

    private static byte[] json(Record told) {
        return JsonMapper.shared().writeValueAsBytes(told);
    }

    @SuppressWarnings("EnumOrdinal") // their order is part of the format, and documented there
    private static byte code(Enum<?> value) {
        return (byte) value.ordinal();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

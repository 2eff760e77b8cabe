package dev.spirallab.frame;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Extent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads frames back, written from the table in {@link FrameCodec}'s Javadoc. */
public final class FrameReader {
    private final ByteBuffer from;

    private FrameReader(ByteBuffer from) {
        this.from = from.order(ByteOrder.LITTLE_ENDIAN);
    }

    public static List<Frame> read(byte[] message) {
        FrameReader reader = new FrameReader(ByteBuffer.wrap(message));
        List<Frame> frames = new ArrayList<>();
        while (reader.from.hasRemaining()) {
            frames.add(reader.frame());
        }
        return frames;
    }

    private Frame frame() {
        int start = from.position();
        int length = from.getInt();
        if (from.get() != 1) {
            throw new IllegalStateException("another version");
        }
        byte type = from.get();
        int attempt = Short.toUnsignedInt(from.getShort());
        Moment at = new Moment(attempt, from.getInt(), (long) from.getDouble());
        int payload = from.getInt();
        Frame frame =
                switch (type) {
                    case 1 -> metrics(at);
                    case 2 -> boundary(at);
                    case 3 -> state(at);
                    case 4 -> trouble(at);
                    case 5 -> points(at);
                    case 6 -> new Frame.Assessed(at, json(Assessment.class));
                    case 7 -> new Frame.Layers(at, json(LayerReport.class));
                    case 8 -> units(at);
                    case 9 -> trail(at);
                    case 10 -> new Frame.Past(boundary(at));
                    case 11 -> new Frame.Mistaken(at, json(Mistakes.class));
                    case 12 -> new Frame.Answered(at, json(OwnAnswer.class));
                    case 13 -> outputs(at);
                    case 14 -> inside(at);
                    default -> throw new IllegalStateException("type " + type);
                };
        if (length != 24 + payload || from.position() != start + length) {
            throw new IllegalStateException("length " + length);
        }
        return frame;
    }

    private Frame metrics(Moment at) {
        int first = from.getInt();
        int count = from.getInt();
        List<MetricPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(
                    new MetricPoint(
                            (long) from.getDouble(),
                            from.getFloat(),
                            from.getFloat(),
                            from.getFloat(),
                            from.getFloat(),
                            from.getFloat(),
                            from.getFloat()));
        }
        return new Frame.Metrics(at, first, points);
    }

    private Frame trail(Moment at) {
        List<Long> steps = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            steps.add((long) from.getDouble());
        }
        return new Frame.Trail(at, steps);
    }

    private Frame.Boundary boundary(Moment at) {
        TaskKind task = TaskKind.values()[from.get()];
        int channels = Byte.toUnsignedInt(from.get());
        int width = Short.toUnsignedInt(from.getShort());
        int height = Short.toUnsignedInt(from.getShort());
        Extent extent = extent();
        float min = from.getFloat();
        float max = from.getFloat();
        byte[] values = new byte[channels * width * height];
        from.get(values);
        return new Frame.Boundary(at, task, channels, width, height, extent, min, max, values);
    }

    private Frame state(Moment at) {
        return new Frame.State(
                at,
                RunState.values()[from.get()],
                EndReason.values()[from.get()],
                from.getFloat(),
                from.getFloat(),
                from.getFloat(),
                from.getInt(),
                from.getInt(),
                text());
    }

    private Frame trouble(Moment at) {
        JsonNode json = new JsonMapper().readTree(text());
        Map<String, String> arguments = new HashMap<>();
        json.get("arguments").forEachEntry((key, value) -> arguments.put(key, value.asString()));
        Problem problem =
                new Problem(
                        json.get("code").asString(),
                        json.get("path").asString(),
                        Optional.ofNullable(json.get("node")).map(JsonNode::asString),
                        arguments,
                        Optional.empty());
        return new Frame.Trouble(at, problem);
    }

    private Frame points(Moment at) {
        TaskKind task = TaskKind.values()[from.get()];
        int train = from.getInt();
        int test = from.getInt();
        Extent extent = extent();
        float[] points = new float[3 * (train + test)];
        for (int i = 0; i < points.length; i++) {
            points[i] = from.getFloat();
        }
        return new Frame.Points(at, task, train, test, extent, points);
    }

    private <T> T json(Class<T> type) {
        byte[] json = new byte[from.getInt()];
        from.get(json);
        return JsonMapper.shared().readValue(json, type);
    }

    private Frame units(Moment at) {
        int grid = Short.toUnsignedInt(from.getShort());
        int nodes = Short.toUnsignedInt(from.getShort());
        List<UnitPictures.Bank> banks = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            String node = text();
            int units = from.getInt();
            int pictures = Short.toUnsignedInt(from.getShort());
            List<UnitPictures.Picture> each = new ArrayList<>();
            for (int j = 0; j < pictures; j++) {
                int unit = from.getInt();
                float least = from.getFloat();
                float greatest = from.getFloat();
                byte[] values = new byte[grid * grid];
                from.get(values);
                each.add(new UnitPictures.Picture(unit, least, greatest, values));
            }
            banks.add(new UnitPictures.Bank(node, units, each));
        }
        return new Frame.Units(at, new UnitPictures(grid, banks));
    }

    private Frame outputs(Moment at) {
        LayerOutputs.Head head = json(LayerOutputs.Head.class);
        float[] values = new float[from.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getFloat();
        }
        return new Frame.Outputs(
                at,
                new LayerOutputs(
                        head.node(),
                        head.kind(),
                        head.of(),
                        head.classes(),
                        head.truths(),
                        head.answers(),
                        head.exhibits(),
                        values));
    }

    private Frame inside(Moment at) {
        Interior.Example example =
                new Interior.Example(
                        from.getInt(),
                        from.getInt(),
                        from.get() == 1,
                        from.getInt(),
                        from.getInt());
        List<Interior.Layer> layers = Stream.generate(this::layer).limit(from.getShort()).toList();
        int chosen = from.getShort();
        int[] rows = places();
        int[] columns = places();
        Interior.Window window =
                new Interior.Window(
                        rows,
                        columns,
                        numbers(rows.length * columns.length),
                        numbers(from.getShort()));
        int height = from.getShort();
        int width = from.getShort();
        float most = from.getFloat();
        return new Frame.Inside(
                at,
                example,
                new Interior(
                        layers,
                        chosen,
                        window,
                        new Interior.Overview(height, width, most, bytes(height * width)),
                        pictures(),
                        pictures()));
    }

    private Interior.Layer layer() {
        return new Interior.Layer(
                text(),
                text(),
                text(),
                text(),
                Stream.generate(from::getInt).limit(from.get()).toList());
    }

    private Interior.Pictures pictures() {
        int channels = from.getInt();
        int height = from.getShort();
        int width = from.getShort();
        return new Interior.Pictures(
                channels,
                height,
                width,
                Stream.generate(() ->
                                new Interior.Picture(
                                        from.getFloat(), from.getFloat(), bytes(height * width)))
                        .limit(from.getShort())
                        .toList());
    }

    private int[] places() {
        return IntStream.generate(from::getInt).limit(from.getShort()).toArray();
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = from.getFloat();
        }
        return numbers;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    private Extent extent() {
        return new Extent(from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat());
    }

    private String text() {
        byte[] bytes = new byte[Short.toUnsignedInt(from.getShort())];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

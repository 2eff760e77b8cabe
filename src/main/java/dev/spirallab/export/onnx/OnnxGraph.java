package dev.spirallab.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A graph of ONNX operations, put together one by one. Values are known by their names. */
final class OnnxGraph {
    /** Of ONNX 1.13: the first with Mish, and with all that these graphs need. */
    private static final int OPERATIONS = 18;

    private static final int FORMAT = 8;
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("model");
    private int values;

    /** A setting of an operation. */
    record Setting(AttributeProto proto) {
        static Setting whole(String name, long value) {
            return new Setting(
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeType.INT)
                            .setI(value)
                            .build());
        }

        static Setting wholes(String name, List<Integer> values) {
            return new Setting(
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeType.INTS)
                            .addAllInts(values.stream().map(Integer::longValue).toList())
                            .build());
        }

        static Setting real(String name, double value) {
            return new Setting(
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeType.FLOAT)
                            .setF((float) value)
                            .build());
        }

        static Setting word(String name, String value) {
            return new Setting(
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeType.STRING)
                            .setS(ByteString.copyFromUtf8(value))
                            .build());
        }

        static Setting words(String name, List<String> values) {
            return new Setting(
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeType.STRINGS)
                            .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
                            .build());
        }
    }

    /** The batch: {@code [N, shape...]}. */
    String input(List<Integer> shape) {
        graph.addInput(value(INPUT, shape));
        return INPUT;
    }

    String tensor(String name, List<Integer> shape, float... numbers) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, numbers.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .addAllDims(shape.stream().map(Integer::longValue).toList())
                        .setRawData(ByteString.copyFrom(bytes)));
        return name;
    }

    /** Numbers that belong to no layer. */
    String constant(List<Integer> shape, float... numbers) {
        return tensor(fresh("constant"), shape, numbers);
    }

    String scalar(double number) {
        return constant(List.of(), (float) number);
    }

    String wholes(List<Integer> numbers) {
        String name = fresh("list");
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.INT64_VALUE)
                        .addDims(numbers.size())
                        .addAllInt64Data(numbers.stream().map(Integer::longValue).toList()));
        return name;
    }

    /**
     * An operation of one output.
     *
     * @return the output's name
     */
    String add(String operation, List<String> inputs, Setting... settings) {
        return add(operation, inputs, 1, settings).getFirst();
    }

    List<String> add(String operation, List<String> inputs, int outputs, Setting... settings) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operation).addAllInput(inputs);
        Arrays.stream(settings).forEach(setting -> node.addAttribute(setting.proto()));
        for (int i = 0; i < outputs; i++) {
            node.addOutput(fresh(operation));
        }
        node.setName(node.getOutput(0));
        graph.addNode(node);
        return List.copyOf(node.getOutputList());
    }

    private String fresh(String kind) {
        values++;
        return kind + "_" + values;
    }

    /**
     * The whole model.
     *
     * @param last what is given
     * @param shape of it without the batch
     */
    byte[] finish(String last, List<Integer> shape) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("Identity")
                        .setName(OUTPUT)
                        .addInput(last)
                        .addOutput(OUTPUT));
        graph.addOutput(value(OUTPUT, shape));
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("Spiral Lab")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATIONS))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, List<Integer> shape) {
        TensorShapeProto.Builder dimensions =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("N"));
        shape.forEach(size -> dimensions.addDim(Dimension.newBuilder().setDimValue(size)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                                .setShape(dimensions)))
                .build();
    }
}

package dev.spirallab.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Python's pickle format, protocol 2, as far as a module of tensors needs it. */
final class Pickle {
    private static final String EMPTY_DICTIONARY = "ccollections\nOrderedDict\n)R";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An instance of the class {@code __torch__.Model}, made without arguments, and its state. */
    byte[] instance(List<Archive.Attribute> attributes, boolean training) {
        code("\u0080\u0002c__torch__\nModel\n)\u0081}(");
        for (int number = 0; number < attributes.size(); number++) {
            text(attributes.get(number).name());
            tensor(attributes.get(number), number);
        }
        text("training");
        truth(training);
        code("ub.");
        return out.toByteArray();
    }

    /** The numbers themselves are in a file of that number. */
    private void tensor(Archive.Attribute tensor, int number) {
        code("ctorch._utils\n_rebuild_tensor_v2\n((");
        text("storage");
        code("ctorch\nFloatStorage\n");
        text(String.valueOf(number));
        text("cpu");
        whole(tensor.values().length);
        code("tQ");
        whole(0);
        wholes(tensor.shape());
        wholes(strides(tensor.shape()));
        truth(tensor.learnt());
        code(EMPTY_DICTIONARY + "tR");
    }

    private static List<Integer> strides(List<Integer> shape) {
        Integer[] strides = new Integer[shape.size()];
        int stride = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }

    private void code(String codes) {
        out.writeBytes(codes.getBytes(ISO_8859_1));
    }

    private void truth(boolean value) {
        code(value ? "\u0088" : "\u0089");
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        code("X");
        fourBytes(bytes.length);
        out.writeBytes(bytes);
    }

    private void whole(int number) {
        code("J");
        fourBytes(number);
    }

    private void wholes(List<Integer> numbers) {
        code("(");
        numbers.forEach(this::whole);
        code("t");
    }

    /** The lowest first. */
    private void fourBytes(int number) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(number >>> shift);
        }
    }
}

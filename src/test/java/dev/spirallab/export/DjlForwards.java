package dev.spirallab.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Asks exported networks for their answers to two examples; the arguments are the names of classes,
 * each with the shape of its inputs.
 */
public final class DjlForwards {
    static final String DONE = "all networks answered";
    private static final int ROWS = 2;

    private DjlForwards() {}

    public static void main(String[] networks) throws ReflectiveOperationException {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            boolean sound = true;
            for (int at = 0; at < networks.length; at += 2) {
                sound &= answers(networks[at], networks[at + 1], manager);
            }
            System.out.println(sound ? DONE : "not all networks answered");
        }
    }

    private static boolean answers(String name, String dimensions, NDManager manager)
            throws ReflectiveOperationException {
        try {
            ask(name, dimensions, manager);
            return true;
        } catch (RuntimeException broken) {
            System.out.println(name + ": " + broken);
            return false;
        }
    }

    private static void ask(String name, String dimensions, NDManager manager)
            throws ReflectiveOperationException {
        var constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        Block network = (Block) constructor.newInstance();
        long[] one = Arrays.stream(dimensions.split(",")).mapToLong(Long::parseLong).toArray();
        Shape in = new Shape(LongStream.concat(LongStream.of(ROWS), Arrays.stream(one)).toArray());
        network.setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
        network.initialize(manager, DataType.FLOAT32, in);
        NDArray answer =
                network.forward(
                                new ParameterStore(manager, false),
                                new NDList(manager.ones(in)),
                                false)
                        .singletonOrThrow();
        Shape wanted = network.getOutputShapes(new Shape[] {in})[0];
        if (!answer.getShape().equals(wanted)) {
            throw new IllegalStateException(
                    name + " answers " + answer.getShape() + ", not " + wanted);
        }
    }
}

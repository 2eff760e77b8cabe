package dev.spirallab.export;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.training.loss.Loss;
import ai.djl.translate.Batchifier;
import ai.djl.util.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs exported Java. The arguments are the file to write, a package whose class is run as it is,
 * and folders. In each lie {@code case.json} and {@code numbers.bin}; its name is that of the
 * package of a class that is run for its first steps, with given examples, batches and start
 * values, and whose losses are written. Files that are read lie in the working folder.
 */
public final class DjlSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DjlSteps() {}

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public static void main(String[] arguments) throws Exception {
        call(Class.forName(arguments[1] + ".Experiment"), "main", (Object) new String[0]);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String folder : Arrays.asList(arguments).subList(2, arguments.length)) {
            Path place = Path.of(folder);
            String name = place.getFileName().toString();
            List<Double> losses = new ArrayList<>();
            try {
                run(name, place, losses);
                answers.put(name, Map.of("losses", losses));
            } catch (Exception | LinkageError broken) {
                Throwable cause = broken.getCause() == null ? broken : broken.getCause();
                StringWriter trace = new StringWriter();
                cause.printStackTrace(new PrintWriter(trace));
                answers.put(name, Map.of("error", trace.toString()));
            }
        }
        Files.writeString(Path.of(arguments[0]), JSON.writeValueAsString(answers));
    }

    private static void run(String name, Path place, List<Double> losses) throws Exception {
        JsonNode given = JSON.readTree(Files.readString(place.resolve("case.json")));
        FloatBuffer numbers = numbers(place.resolve("numbers.bin"));
        Class<?> experiment = Class.forName(name + ".Experiment");
        try (Model model = Model.newInstance(name, "PyTorch")) {
            NDManager manager = model.getNDManager();
            Block network = (Block) made(Class.forName(name + ".Experiment$Network"));
            model.setBlock(network);
            NDList data = new NDList();
            given.get("data").forEach(tensor -> data.add(tensor(manager, tensor, numbers)));
            compare(call(experiment, "load"), data, given.get("sameData").asBoolean());
            var config = (DefaultTrainingConfig) call(experiment, "config");
            try (Recorder trainer =
                    new Recorder(model, config, given.get("steps").asInt(), losses)) {
                trainer.initialize(data.get(0).getShape());
                start(network, given.get("state"), numbers, manager);
                List<Object> arguments = new ArrayList<>();
                arguments.add(trainer);
                arguments.add(new Scripted(trainer, data.get(0), data.get(1), given.get("epochs")));
                if (data.size() > 2) {
                    arguments.add(
                            new ArrayDataset.Builder()
                                    .setData(data.get(2))
                                    .optLabels(data.get(3))
                                    .setSampling(64, false)
                                    .build());
                }
                call(experiment, "train", arguments.toArray());
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof Enough)) {
                    throw e;
                }
            }
        }
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Object call(Class<?> type, String name, Object... arguments)
            throws ReflectiveOperationException {
        Method method =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    private static Object part(Object record, String component)
            throws ReflectiveOperationException {
        Method method = record.getClass().getDeclaredMethod(component);
        method.setAccessible(true);
        return method.invoke(record);
    }

    private static FloatBuffer numbers(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    /**
     * What it loads by itself has the right size, and is the same where chance has no part in it.
     *
     * @param data inputs and targets of each part that is there
     */
    private static void compare(Object parts, NDList data, boolean same)
            throws ReflectiveOperationException {
        int at = 0;
        for (String name : List.of("train", "test")) {
            List<?> examples = (List<?>) part(parts, name);
            long rows = at < data.size() ? data.get(at).size(0) : 0;
            require(examples.size() == rows, name + " has " + examples.size() + ", not " + rows);
            if (rows > 0 && same) {
                compare(examples, data.get(at).toFloatArray());
            }
            at += 2;
        }
    }

    private static void compare(List<?> examples, float... values)
            throws ReflectiveOperationException {
        Method input = examples.getFirst().getClass().getDeclaredMethod("input");
        input.setAccessible(true);
        int at = 0;
        for (Object example : examples) {
            for (float value : (float[]) input.invoke(example)) {
                float wanted = values[at++];
                if (Math.abs(value - wanted) > 1e-4 * Math.max(1, Math.abs(wanted))) {
                    throw new IllegalStateException("input " + value + ", not " + wanted);
                }
            }
        }
        require(at == values.length, at + " inputs, not " + values.length);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static NDArray tensor(NDManager manager, JsonNode given, FloatBuffer numbers) {
        long[] shape = new long[given.get("shape").size()];
        Arrays.setAll(shape, i -> given.get("shape").get(i).asLong());
        Shape kind = new Shape(shape);
        float[] values = new float[(int) kind.size()];
        numbers.get(values);
        return manager.create(values, kind);
    }

    private static void start(
            Block network, JsonNode state, FloatBuffer numbers, NDManager manager) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        network.getChildren()
                .forEach(child ->
                        child.getValue()
                                .getParameters()
                                .forEach(own ->
                                        parameters.put(
                                                child.getKey().replaceFirst("^\\d+", "")
                                                        + "."
                                                        + name(own.getKey()),
                                                own.getValue())));
        state.propertyNames()
                .forEach(name -> {
                    String known = name.replace("out_proj.", "out_proj_");
                    Parameter parameter = parameters.get(known);
                    require(parameter != null, "no " + known + " in " + parameters.keySet());
                    NDArray value = tensor(manager, state.get(name), numbers);
                    require(
                            parameter.getArray().getShape().equals(value.getShape()),
                            known + " is " + parameter.getArray().getShape());
                    value.copyTo(parameter.getArray());
                });
    }

    /** What PyTorch calls it. */
    private static String name(String name) {
        String recurrent =
                name.replaceFirst("^l_(\\d+)_(i|h)2h_(\\w+)$", "$3_$2h_l$1")
                        .replaceFirst("^\\d+onward(\\d+)_l_0_(i|h)2h_(\\w+)$", "$3_$2h_l$1")
                        .replaceFirst("^\\d+back(\\d+)_l_0_(i|h)2h_(\\w+)$", "$3_$2h_l$1_reverse")
                        .toLowerCase(Locale.ROOT);
        return switch (name) {
            case "gamma" -> "weight";
            case "beta" -> "bias";
            case "runningMean" -> "running_mean";
            case "runningVar" -> "running_var";
            default -> recurrent;
        };
    }

    /** The batches that the engine took. */
    private static final class Scripted implements Dataset {
        private final Recorder trainer;
        private final NDArray inputs;
        private final NDArray targets;
        private final Iterator<JsonNode> epochs;

        Scripted(Recorder trainer, NDArray inputs, NDArray targets, JsonNode epochs) {
            this.trainer = trainer;
            this.inputs = inputs;
            this.targets = targets;
            this.epochs = epochs.iterator();
        }

        /** For learning the batches of an epoch; an evaluation takes them all in their order. */
        @Override
        public Iterable<Batch> getData(NDManager manager) {
            boolean judged =
                    StackWalker.getInstance()
                            .walk(frames ->
                                    frames.anyMatch(
                                            frame -> frame.getMethodName().equals("evaluate")));
            if (judged) {
                return List.of(batch(LongStream.range(0, inputs.size(0)).toArray()));
            }
            if (!epochs.hasNext()) {
                throw new Enough();
            }
            JsonNode epoch = epochs.next();
            return () -> epoch.valueStream().map(this::next).iterator();
        }

        private Batch next(JsonNode rows) {
            trainer.begin();
            long[] places = new long[rows.size()];
            Arrays.setAll(places, i -> rows.get(i).asLong());
            return batch(places);
        }

        private Batch batch(long... rows) {
            NDManager own = inputs.getManager().newSubManager();
            NDArray places = own.create(rows);
            NDList data = new NDList(inputs.get(places));
            NDList labels = new NDList(targets.get(places));
            data.attach(own);
            labels.attach(own);
            return new Batch(
                    own, data, labels, rows.length, Batchifier.STACK, Batchifier.STACK, 0, 0);
        }

        @Override
        public void prepare(Progress progress) {}
    }

    /** Writes down the loss of each step, the first where it is looked at several times. */
    private static final class Recorder extends Trainer {
        private final int steps;
        private final List<Double> losses;
        private boolean begun;

        Recorder(Model model, DefaultTrainingConfig config, int steps, List<Double> losses) {
            super(model, config);
            this.steps = steps;
            this.losses = losses;
        }

        void begin() {
            if (losses.size() == steps) {
                throw new Enough();
            }
            begun = true;
        }

        @Override
        public Loss getLoss() {
            Loss loss = super.getLoss();
            return new Loss("recorded") {
                @Override
                public NDArray evaluate(NDList labels, NDList predictions) {
                    NDArray value = loss.evaluate(labels, predictions);
                    if (begun) {
                        losses.add((double) value.toType(DataType.FLOAT32, false).getFloat());
                        begun = false;
                    }
                    return value;
                }
            };
        }
    }
}

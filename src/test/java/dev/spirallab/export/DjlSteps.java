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
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Dataset;
import ai.djl.training.loss.Loss;
import ai.djl.translate.Batchifier;
import ai.djl.util.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
 * Runs exported Java for its first steps, with given examples, batches and start values, and writes
 * the losses. The arguments are the file to write and folders, each with {@code case.json}; its
 * name is that of the package that the class lies in. Files that are read lie in the working
 * folder.
 */
public final class DjlSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DjlSteps() {}

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path place = Path.of(folder);
            String name = place.getFileName().toString();
            List<Double> losses = new ArrayList<>();
            try {
                run(name, JSON.readTree(Files.readString(place.resolve("case.json"))), losses);
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

    private static void run(String name, JsonNode given, List<Double> losses) throws Exception {
        Class<?> experiment = Class.forName(name + ".Experiment");
        try (Model model = Model.newInstance(name, "PyTorch")) {
            NDManager manager = model.getNDManager();
            Block network = (Block) made(Class.forName(name + ".Experiment$Network"));
            model.setBlock(network);
            compare(call(experiment, "load"), given);
            var config = (DefaultTrainingConfig) call(experiment, "config");
            try (Recorder trainer =
                    new Recorder(model, config, given.get("steps").asInt(), losses)) {
                NDList data = data(manager, given.get("data"));
                trainer.initialize(data.get(0).getShape());
                start(network, given.get("state"), manager);
                List<Object> arguments = new ArrayList<>();
                arguments.add(trainer);
                arguments.add(new Scripted(data.get(0), data.get(1), given.get("epochs")));
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

    /**
     * What it loads by itself has the right size, and is the same where chance has no part in it.
     */
    private static void compare(Object parts, JsonNode given) throws ReflectiveOperationException {
        int at = 0;
        for (String name : List.of("train", "test")) {
            List<?> examples = (List<?>) part(parts, name);
            int rows = at < given.get("data").size() ? rows(given.get("data").get(at)) : 0;
            require(examples.size() == rows, name + " has " + examples.size() + ", not " + rows);
            if (rows > 0 && given.get("sameData").asBoolean()) {
                compare(examples, given.get("data").get(at).get("values"));
            }
            at += 2;
        }
    }

    private static int rows(JsonNode tensor) {
        return tensor.get("shape").get(0).asInt();
    }

    private static void compare(List<?> examples, JsonNode values)
            throws ReflectiveOperationException {
        int at = 0;
        for (Object example : examples) {
            for (float value : (float[]) part(example, "input")) {
                float wanted = (float) values.get(at++).asDouble();
                require(
                        Math.abs(value - wanted) < 1e-4 * Math.max(1, Math.abs(wanted)),
                        "input " + value + ", not " + wanted);
            }
        }
        require(at == values.size(), at + " inputs, not " + values.size());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static NDList data(NDManager manager, JsonNode data) {
        NDList tensors = new NDList();
        data.forEach(tensor -> tensors.add(tensor(manager, tensor)));
        return tensors;
    }

    private static NDArray tensor(NDManager manager, JsonNode given) {
        float[] values = new float[given.get("values").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) given.get("values").get(i).asDouble();
        }
        long[] shape = new long[given.get("shape").size()];
        Arrays.setAll(shape, i -> given.get("shape").get(i).asLong());
        return manager.create(values, new Shape(shape));
    }

    private static void start(Block network, JsonNode state, NDManager manager) {
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
                    NDArray value = tensor(manager, state.get(name));
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
                        .replaceFirst("^r_(\\d+)_(i|h)2h_(\\w+)$", "$3_$2h_l$1_reverse")
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
        private final NDArray inputs;
        private final NDArray targets;
        private final Iterator<JsonNode> epochs;

        Scripted(NDArray inputs, NDArray targets, JsonNode epochs) {
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
                return batch(LongStream.range(0, inputs.size(0)).toArray());
            }
            if (!epochs.hasNext()) {
                throw new Enough();
            }
            List<Batch> batches = new ArrayList<>();
            for (JsonNode rows : epochs.next()) {
                long[] places = new long[rows.size()];
                Arrays.setAll(places, i -> rows.get(i).asLong());
                batches.addAll(batch(places));
            }
            return batches;
        }

        private List<Batch> batch(long... rows) {
            NDManager own = inputs.getManager().newSubManager();
            NDArray places = own.create(rows);
            NDList data = new NDList(inputs.get(places));
            NDList labels = new NDList(targets.get(places));
            data.attach(own);
            labels.attach(own);
            return List.of(
                    new Batch(
                            own,
                            data,
                            labels,
                            rows.length,
                            Batchifier.STACK,
                            Batchifier.STACK,
                            0,
                            0));
        }

        @Override
        public void prepare(Progress progress) {}
    }

    /** Writes down the loss of each step, without what is added to it. */
    private static final class Recorder extends Trainer {
        private final int steps;
        private final List<Double> losses;
        private boolean collecting;

        Recorder(Model model, DefaultTrainingConfig config, int steps, List<Double> losses) {
            super(model, config);
            this.steps = steps;
            this.losses = losses;
        }

        @Override
        public Loss getLoss() {
            Loss loss = super.getLoss();
            return new Loss("recorded") {
                @Override
                public NDArray evaluate(NDList labels, NDList predictions) {
                    NDArray value = loss.evaluate(labels, predictions);
                    if (collecting) {
                        losses.add((double) value.toType(DataType.FLOAT32, false).getFloat());
                    }
                    return value;
                }
            };
        }

        @Override
        public GradientCollector newGradientCollector() {
            if (losses.size() == steps) {
                throw new Enough();
            }
            GradientCollector collector = super.newGradientCollector();
            collecting = true;
            return new GradientCollector() {
                @Override
                public void backward(NDArray target) {
                    collector.backward(target);
                }

                @Override
                public void zeroGradients() {
                    collector.zeroGradients();
                }

                @Override
                public void close() {
                    collecting = false;
                    collector.close();
                }
            };
        }
    }
}

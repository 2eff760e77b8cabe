package dev.spirallab.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Targets;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of layers trained by DJL's own {@link Trainer}. Its batches are cut once, beforehand, and
 * never shuffled, which spares it work that the engine does.
 *
 * <p>Only one may train at a time in a process: DJL's gradient collector holds a flag of the whole
 * JVM.
 */
public final class StockTrainer implements AutoCloseable {
    private final Model model;
    private final Trainer trainer;
    private final Shape example;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final List<NDArray> inputs = new ArrayList<>();
    private final List<NDArray> labels = new ArrayList<>();
    private int next;

    /**
     * @throws IllegalArgumentException if the experiment is not a chain of linear layers,
     *     convolutions, max pools of stride 2 and batch norms for classes, trained by plain SGD or
     *     Adam
     */
    public StockTrainer(Valid valid, Dataset dataset) {
        int rows = dataset.train().rows();
        int wanted = valid.experiment().training().batchSize();
        int batch = wanted == 0 ? rows : wanted;
        model = Model.newInstance("stock", "PyTorch");
        model.setBlock(block(valid.order()));
        trainer = model.newTrainer(config(valid.experiment().training().optimizer()));
        example =
                new Shape(
                        valid.experiment().dataset().inputShape().stream()
                                .mapToLong(Integer::longValue)
                                .toArray());
        trainer.initialize(new Shape(batch).addAll(example));
        cut(dataset, batch);
    }

    private static Block block(List<Node> nodes) {
        SequentialBlock block = new SequentialBlock();
        for (Node node : nodes.subList(1, nodes.size())) {
            switch (node.layer()) {
                case dev.spirallab.spec.graph.Linear linear -> {
                    block.add(Linear.builder().setUnits(linear.units()).build());
                    activate(block, linear.activation());
                }
                case Conv2d conv -> {
                    block.add(convolution(conv));
                    activate(block, conv.activation());
                }
                case MaxPool2d pool ->
                        block.add(Pool.maxPool2dBlock(square(pool.kernelSize()), square(2)));
                case BatchNorm _ -> block.add(ai.djl.nn.norm.BatchNorm.builder().build());
                case dev.spirallab.spec.graph.Activation(Function function) ->
                        activate(block, function);
                case Flatten _ -> block.add(Blocks.batchFlattenBlock());
                case LayerSpec _ ->
                        throw new IllegalArgumentException(node.id() + " is not compared");
            }
        }
        return block;
    }

    private static Block convolution(Conv2d conv) {
        return ai.djl.nn.convolutional.Conv2d.builder()
                .setFilters(conv.outChannels())
                .setKernelShape(square(conv.kernelSize()))
                .optStride(square(conv.stride()))
                .optPadding(square(conv.padding()))
                .build();
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }

    private static void activate(SequentialBlock block, Function function) {
        switch (function) {
            case identity -> {}
            case relu -> block.add(Activation::relu);
            case tanh -> block.add(Activation::tanh);
            case sigmoid -> block.add(Activation::sigmoid);
            case leakyRelu,
                    elu,
                    selu,
                    gelu,
                    silu,
                    softplus,
                    softsign,
                    celu,
                    mish,
                    relu6,
                    hardtanh,
                    hardsigmoid,
                    hardswish,
                    logSigmoid,
                    tanhshrink ->
                    throw new IllegalArgumentException(function + " is not compared");
        }
    }

    private DefaultTrainingConfig config(OptimizerSpec spec) {
        Tracker rate = Tracker.fixed((float) spec.learningRate());
        Optimizer optimizer =
                switch (spec) {
                    case OptimizerSpec.Adam _ ->
                            Optimizer.adam().optLearningRateTracker(rate).build();
                    case OptimizerSpec.Sgd _ ->
                            Optimizer.sgd().setLearningRateTracker(rate).build();
                    case OptimizerSpec.AdamW _,
                            OptimizerSpec.RmsProp _,
                            OptimizerSpec.Adagrad _,
                            OptimizerSpec.Adadelta _,
                            OptimizerSpec.Adamax _,
                            OptimizerSpec.NAdam _,
                            OptimizerSpec.RAdam _,
                            OptimizerSpec.Asgd _,
                            OptimizerSpec.Rprop _,
                            OptimizerSpec.Lbfgs _ ->
                            throw new IllegalArgumentException(spec + " is not compared");
                };
        return new DefaultTrainingConfig(loss)
                .optOptimizer(optimizer)
                .optDevices(new Device[] {Device.cpu()});
    }

    private void cut(Dataset dataset, int batch) {
        NDManager manager = model.getNDManager();
        Matrix values = dataset.train().inputs();
        NDArray all =
                manager.create(values.values(), new Shape(values.rows()).addAll(example))
                        .duplicate();
        NDArray targets = labels(dataset, manager);
        for (int start = 0; start + batch <= values.rows(); start += batch) {
            String range = start + ":" + (start + batch);
            inputs.add(all.get(range));
            labels.add(targets.get(range));
        }
    }

    private static NDArray labels(Dataset dataset, NDManager manager) {
        if (!(dataset.train().targets() instanceof Targets.Labels given)) {
            throw new IllegalArgumentException("classes are needed");
        }
        float[] labels = new float[given.rows()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = given.labels()[i];
        }
        return manager.create(labels, new Shape(labels.length, 1)).duplicate();
    }

    /** Trains; gives the loss of the last batch. */
    public float train(int steps) {
        float last = Float.NaN;
        for (int i = 0; i < steps; i++) {
            last = step(i == steps - 1);
        }
        return last;
    }

    private float step(boolean last) {
        NDArray batch = inputs.get(next);
        NDArray wanted = labels.get(next);
        next = (next + 1) % inputs.size();
        try (NDManager manager = model.getNDManager().newSubManager()) {
            batch.tempAttach(manager);
            wanted.tempAttach(manager);
            float value = backward(new NDList(batch), new NDList(wanted), last);
            trainer.step();
            return value;
        }
    }

    private float backward(NDList batch, NDList wanted, boolean read) {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDArray value = loss.evaluate(wanted, trainer.forward(batch));
            collector.backward(value);
            return read ? value.getFloat() : Float.NaN;
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}

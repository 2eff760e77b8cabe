package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One model being trained. Owned by one thread at a time: any thread may call it, never two at
 * once.
 *
 * <p>The same experiment gives bit-identical results on one kind of device, however the steps are
 * divided into calls.
 */
public interface Training extends AutoCloseable {

    /**
     * Does up to {@code maxSteps} steps, fewer when memory bounds the call; where a single step
     * would take too long, a portion of it, and says that no step was done until the last portion
     * is. Stops at no epoch's end by itself.
     */
    Progress train(int maxSteps);

    /**
     * Lets go of the intermediate results of a step of which some portions are done; it begins
     * anew, with the same bits, when training goes on.
     */
    void rest();

    /** Steps done. */
    long step();

    /** Whole epochs done. */
    int epoch();

    int stepsPerEpoch();

    /** Steps done of the present epoch, 0 to stepsPerEpoch - 1. */
    int stepInEpoch();

    /** The rate that the next step uses: base rate, schedule and warm-up together. */
    double learningRate();

    /** Tells the figures at the end of an epoch, which some schedules wait for. */
    void judged(Evaluation evaluation);

    /** The settings in force now; every component present. */
    Tuning tuning();

    /** Begins to work out loss and accuracy over both parts; changes nothing. */
    Evaluating evaluating();

    /** Loss and accuracy over both parts, at once. */
    default Evaluation evaluate() {
        return evaluating().finish();
    }

    /**
     * The model's answer in evaluation mode: probabilities for classification, one column a class
     * (softmax; for binary cross-entropy the sigmoid, where a single output counts for class 1);
     * the outputs themselves for regression. Changes nothing.
     *
     * @param inputs {@code [rows, inputSize]}
     * @return {@code [rows, outputs]}, row-major
     */
    float[] scores(Matrix inputs);

    /**
     * Looks into the model: the next batch's gradient, what the next step does to the parameters,
     * and the layers' outputs for some rows. Where a step takes several calls, each call here does
     * what one of {@link #train} would, all but the last, and that need not be done again then.
     * What is learnt does not change; each takes as long as some three calls of {@link #train} at
     * most.
     *
     * @param inputs {@code [rows, inputSize]}, of the training part
     * @return empty until all is known
     */
    Optional<LayerReport> probe(Matrix inputs);

    /** How many rows {@link #probe} is worth asking of. */
    int rowsToProbe();

    /**
     * Follows one example through the model, back, and through the step that follows if it is a
     * batch of its own. Changes nothing; compiles a program for it, and takes longer than a step.
     *
     * @param row of the training part, the nearest that there is; without it the first example of
     *     the next batch
     */
    Walk walk(OptionalInt row);

    /** The nodes whose single units can be asked for, in the order of the graph. */
    List<Bank> banks();

    /**
     * What single units put out, in evaluation mode. Changes nothing.
     *
     * @param inputs {@code [rows, inputSize]}
     * @return {@code [rows, units]}, row-major
     */
    float[] outputs(Matrix inputs, List<Unit> units);

    /**
     * What a node puts out, in evaluation mode. Changes nothing.
     *
     * @param inputs {@code [rows, inputSize]}
     * @param node its id
     * @return {@code [rows, width]}, row-major, however the node's output is shaped; empty where
     *     there is no such node
     */
    float[] outputs(Matrix inputs, String node);

    /**
     * Shows the numbers of one layer, and what it makes of one example. Changes nothing.
     *
     * @param example {@code [1, inputSize]}
     */
    Interior interior(Look look, Matrix example);

    /** For how many rows {@link #scores} takes no more than some hundredths of a second. */
    int rowsAtOnce();

    /** Columns of {@link #scores}: classes, or targets. */
    int scoreColumns();

    /**
     * Changes settings of the run, as if it had been between two steps: one under way goes by the
     * new ones, and begins anew where it must.
     */
    void tune(Tuning tuning);

    /**
     * Sets one number of a parameter; the optimiser's state and all else stay as they are. A step
     * of which some portions are done begins anew.
     *
     * @return whether there is such a number
     */
    boolean edit(Edit edit);

    /**
     * Parameters per node id, in the order of the graph; those of a layer that has several weights
     * stand under {@code <node>.<which>}, named as in PyTorch, such as {@code lstm.ih_l0}.
     */
    Map<String, Weights> weights();

    /** Parameters, in the order of the graph, and then running statistics. */
    default List<NodeTensor> tensors() {
        return tensors(learnt());
    }

    /** How many bytes {@link #learnt} copies. */
    long learntBytes();

    /** The parameters and running statistics as they are now. */
    Learnt learnt();

    /** The same as {@link #tensors()}, of what this model had learnt at another time. */
    List<NodeTensor> tensors(Learnt other);

    /** The same as {@link #scores(Matrix)} with other numbers in the model's place. */
    float[] scores(Learnt other, Matrix inputs);

    /**
     * The mean loss over some rows of the training part with other numbers in the model's place, in
     * evaluation mode, without regularisation; over all of them it is {@link Evaluation#train}'s.
     * Changes nothing.
     *
     * @param rows how many, evenly taken; at least 1
     */
    double loss(Learnt other, int rows);

    /**
     * Takes these numbers to begin with.
     *
     * @param start as {@link #tensors} of the same model gives them
     * @throws IllegalArgumentException if they are of another model
     */
    void begin(List<NodeTensor> start);

    Checkpoint checkpoint();

    /**
     * Goes back to a checkpoint of the same experiment.
     *
     * @throws IllegalArgumentException if the checkpoint is of another model
     */
    void restore(Checkpoint checkpoint);

    /**
     * Goes on from a checkpoint of the same model that learnt from other data: with its parameters,
     * optimiser state, settings and counts, at the beginning of an epoch.
     *
     * @throws IllegalArgumentException if the checkpoint is of another model
     */
    void goOnFrom(Checkpoint checkpoint);

    /**
     * Takes parameters and running statistics from a checkpoint of the same experiment (the best
     * epoch's, say) and stays where it is otherwise.
     *
     * @throws IllegalArgumentException if the checkpoint is of another model
     */
    void adopt(Checkpoint checkpoint);

    /** Frees all native memory; calling it again does nothing. */
    @Override
    void close();
}

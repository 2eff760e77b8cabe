package dev.spirallab.run;

import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Landscape;
import dev.spirallab.spec.data.DatasetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Works a surface out, place by place; all but what {@link Survey} says is the training thread's.
 */
final class LiveSurvey implements Survey {
    /** Of larger training parts so many rows are asked, or fewer where those take long. */
    private static final int ROWS = 4096;

    private final Wish wish;
    private final CompletableFuture<Landscape> result = new CompletableFuture<>();
    private @Nullable Terrain terrain;
    private @Nullable DatasetSpec dataset;
    private volatile double done;

    LiveSurvey(Wish wish) {
        this.wish = wish;
    }

    @Override
    public double done() {
        return done;
    }

    @Override
    public CompletableFuture<Landscape> result() {
        return result;
    }

    boolean isOver() {
        return result.isDone();
    }

    /**
     * Asks for the loss of one place. The centre is where the model is the first time; it is given
     * up where the run learns from other data by now.
     *
     * @param learnt from which data
     */
    void advance(RunLoop open, Trail trail, DatasetSpec learnt) {
        Terrain ground = terrain;
        if (ground == null) {
            ground = begin(open, trail);
            terrain = ground;
            dataset = learnt;
        }
        if (!learnt.equals(dataset)) {
            cancel();
            return;
        }
        int examples = learnt.trainSize();
        int rows = Math.min(examples, Math.min(ROWS, open.model().rowsAtOnce()));
        ground.put(open.loss(ground.next(), rows));
        done = (double) ground.found() / ground.size();
        if (ground.found() == ground.size()) {
            result.complete(ground.landscape(rows, examples));
        }
    }

    private Terrain begin(RunLoop open, Trail trail) {
        Learnt centre = open.learnt();
        return new Terrain(
                wish,
                open.position().step(),
                centre,
                parameters(open.tensors(centre), centre.parameters().length),
                trail.milestones());
    }

    /** Running statistics follow the parameters, and are no place to go. */
    private static List<NodeTensor> parameters(List<NodeTensor> tensors, int numbers) {
        List<NodeTensor> parameters = new ArrayList<>();
        int left = numbers;
        for (NodeTensor tensor : tensors) {
            if (left > 0) {
                parameters.add(tensor);
                left -= tensor.values().length;
            }
        }
        return parameters;
    }
}

package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Ensemble;
import dev.spirallab.engine.Evaluating;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Variants of a sweep that one ensemble trains: does their steps, and looks at each of them every
 * so many steps. Belongs to the training thread.
 */
final class Troupe implements AutoCloseable {
    /** How often a variant is looked at before it is through. */
    private static final int LOOKS = 60;

    /** Cells on a side of a boundary. */
    static final int RESOLUTION = 40;

    private final Ensemble ensemble;
    private final Optional<Drawing> drawing;
    private final List<Member> members = new ArrayList<>();
    private final Tempo tempo = new Tempo();
    private final Queue<Runnable> chores = new ArrayDeque<>();
    private final long planned;
    private final boolean waits;
    private final long stride;
    private long nextLook;

    /** What is known of one variant. */
    private static final class Member {
        private final int index;
        private final TrainingSpec spec;
        private final Optional<Patience> patience;
        private final Course course = new Course();
        private Optional<Frame.Boundary> boundary = Optional.empty();
        private EndReason end = EndReason.NONE;
        private Known best = new Known(List.of(), Optional.empty());

        private Member(int index, TrainingSpec spec) {
            this.index = index;
            this.spec = spec;
            patience = spec.earlyStopping().map(Patience::new);
        }

        private boolean hasEnded() {
            return end != EndReason.NONE;
        }
    }

    /**
     * What a variant knew at the end of an epoch.
     *
     * @param tensors none before it was looked at
     */
    private record Known(List<NodeTensor> tensors, Optional<Frame.Boundary> boundary) {}

    /**
     * @param variants that the ensemble trains, in its order
     * @param drawing draws boundaries, where the data lie on a plane
     */
    Troupe(Ensemble ensemble, List<Valid> variants, Optional<Drawing> drawing) {
        this.ensemble = ensemble;
        this.drawing = drawing;
        for (int i = 0; i < variants.size(); i++) {
            members.add(new Member(i, variants.get(i).experiment().training()));
        }
        Valid first = variants.getFirst();
        TrainingSpec spec = first.experiment().training();
        planned = spec.plannedSteps(first.experiment().dataset().trainSize());
        waits =
                spec.schedule().watched().isPresent()
                        || spec.earlyStopping().isPresent()
                        || spec.target().isPresent();
        stride = waits ? ensemble.stepsPerEpoch() : Math.max(1, planned / LOOKS);
        look();
    }

    /** Works until then, or until it is through; a piece of work at least. */
    void work(long end) {
        do {
            Runnable chore = chores.poll();
            if (chore != null) {
                chore.run();
            } else {
                train(end);
            }
        } while (!isDone() && System.nanoTime() - end < 0);
    }

    private void train(long end) {
        long begin = System.nanoTime();
        long left = Math.min(planned, nextLook) - ensemble.step();
        int most = (int) Math.min(left, tempo.stepsWithin(Math.max(1, end - begin)));
        Ensemble.Advance advance = ensemble.train(Math.max(1, most));
        if (advance.steps() > 0) {
            tempo.took(advance.steps(), System.nanoTime() - begin);
            for (int i = 0; i < members.size(); i++) {
                if (!members.get(i).hasEnded() && !Float.isFinite(advance.losses()[i])) {
                    members.get(i).end = EndReason.DIVERGED;
                }
            }
        }
        if (ensemble.step() >= nextLook || ensemble.step() >= planned) {
            look();
        }
    }

    /** Puts down what there is to be done before the training goes on. */
    private void look() {
        nextLook = ensemble.step() + stride;
        members.stream()
                .filter(member -> !member.hasEnded() || member.course.isEmpty())
                .forEach(member -> chores.add(new Look(member)));
    }

    /** Looks at one variant, piece by piece. */
    private final class Look implements Runnable {
        private final Member member;
        private final Evaluating evaluating;

        private Look(Member member) {
            this.member = member;
            evaluating = ensemble.evaluating(member.index);
        }

        @Override
        public void run() {
            Optional<Evaluation> evaluation = evaluating.advance();
            if (evaluation.isEmpty()) {
                chores.add(this);
            } else {
                seen(evaluation.get());
            }
        }

        private void seen(Evaluation evaluation) {
            long step = ensemble.step();
            double epoch = (double) step / ensemble.stepsPerEpoch();
            member.course.add(new Sweep.Point(step, epoch, evaluation));
            Moment at = new Moment(0, ensemble.epoch(), step);
            member.boundary =
                    drawing.map(plane ->
                            plane.boundary(
                                    RESOLUTION, at, grid -> ensemble.scores(member.index, grid)));
            if (waits && step > 0) {
                ensemble.judged(member.index, evaluation);
                judge(evaluation);
            }
        }

        /** At the end of an epoch. */
        private void judge(Evaluation evaluation) {
            boolean exhausted =
                    member.patience
                            .map(patience -> patience.exhaustedBy(evaluation, this::remember))
                            .orElse(false);
            if (member.spec.target().filter(goal -> Figures.reach(goal, evaluation)).isPresent()) {
                end(EndReason.TARGET, learnt());
            } else if (exhausted) {
                end(EndReason.EARLY_STOPPING, member.best);
            } else if (step() >= planned) {
                member.patience.ifPresent(patience ->
                        end(
                                EndReason.EPOCHS,
                                patience.betterThan(evaluation)
                                        .map(_ -> member.best)
                                        .orElseGet(this::learnt)));
            }
        }

        private Checkpoint remember() {
            member.best = learnt();
            return ensemble.checkpoint(member.index);
        }

        private Known learnt() {
            return new Known(ensemble.tensors(member.index), member.boundary);
        }

        /** The others go on, and it stays as it is. */
        private void end(EndReason reason, Known last) {
            member.end = reason;
            member.best = last;
            member.boundary = last.boundary();
        }
    }

    private long step() {
        return ensemble.step();
    }

    /** What a variant has learnt: at its end, if it ended by its own figures. */
    List<NodeTensor> tensors(int variant) {
        Member member = members.get(variant);
        return member.hasEnded() && !member.best.tensors().isEmpty()
                ? member.best.tensors()
                : ensemble.tensors(variant);
    }

    boolean isDone() {
        return chores.isEmpty() && (ensemble.step() >= planned || allHaveEnded());
    }

    private boolean allHaveEnded() {
        return members.stream().allMatch(Member::hasEnded);
    }

    double done() {
        return isDone() ? 1 : Math.min(1, (double) ensemble.step() / planned);
    }

    List<Sweep.Variant> variants() {
        return members.stream()
                .map(member ->
                        new Sweep.Variant(member.course.points(), member.boundary, member.end))
                .toList();
    }

    @Override
    public void close() {
        ensemble.close();
    }
}

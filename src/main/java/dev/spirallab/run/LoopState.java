package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.frame.EndReason;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.training.TrainingSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@link RunLoop} goes on from, and its format: big-endian; "SLRN", version, then the
 * components in order, texts and checkpoints with their length first, a byte before what may be
 * absent.
 *
 * @param spec the settings it began with, which those tuned since do not change
 * @param points how many points the curves have
 * @param granted epochs or steps that it may do before it ends
 * @param targetReached whether the target counts no more
 */
record LoopState(
        TrainingSpec spec,
        Position position,
        int points,
        PointPlan plan,
        long granted,
        boolean targetReached,
        boolean batchSizePending,
        EndReason reason,
        OptionalLong divergedAt,
        Evaluation evaluation,
        Optional<Patience.State> patience,
        Checkpoint checkpoint) {
    private static final int MAGIC = 0x534C524E;
    private static final int VERSION = 1;

    /**
     * Where a kept run goes on from.
     *
     * @throws ParkedTraining.Unfit if there is nothing that this version understands
     */
    static LoopState of(KeptRun kept) {
        try {
            return kept.savepoint()
                    .map(LoopState::read)
                    .orElseThrow(() -> new IllegalArgumentException("only its curves are kept"));
        } catch (IllegalArgumentException e) {
            throw new ParkedTraining.Unfit(e);
        }
    }

    Savepoint write() {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(checkpoint.bytes().length + (1 << 12));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(ExperimentJson.tree(spec).toString());
            write(out, position);
            out.writeInt(points);
            out.writeBoolean(plan.everyEpoch());
            out.writeLong(plan.everySteps());
            out.writeLong(granted);
            out.writeBoolean(targetReached);
            out.writeBoolean(batchSizePending);
            out.writeUTF(reason.name());
            out.writeLong(divergedAt.orElse(-1));
            write(out, evaluation.train());
            write(out, evaluation.test());
            writePatience(out);
            write(out, checkpoint);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Savepoint(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Position position) throws IOException {
        out.writeLong(position.step());
        out.writeInt(position.epoch());
        out.writeInt(position.stepInEpoch());
        out.writeInt(position.stepsPerEpoch());
        out.writeDouble(position.learningRate());
    }

    private static void write(DataOutputStream out, Score score) throws IOException {
        out.writeDouble(score.loss());
        out.writeDouble(score.accuracy());
    }

    private void writePatience(DataOutputStream out) throws IOException {
        out.writeBoolean(patience.isPresent());
        if (patience.isPresent()) {
            Patience.State state = patience.get();
            out.writeDouble(state.best());
            out.writeInt(state.epochsSince());
            out.writeBoolean(state.checkpoint().isPresent());
            if (state.checkpoint().isPresent()) {
                write(out, state.checkpoint().get());
            }
        }
    }

    private static void write(DataOutputStream out, Checkpoint checkpoint) throws IOException {
        out.writeInt(checkpoint.bytes().length);
        out.write(checkpoint.bytes());
    }

    /**
     * @throws IllegalArgumentException if it was not written by this version
     */
    static LoopState read(Savepoint savepoint) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(savepoint.bytes()))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IllegalArgumentException("not a savepoint of this version");
            }
            return new LoopState(
                    spec(in.readUTF()),
                    new Position(
                            in.readLong(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readDouble()),
                    in.readInt(),
                    new PointPlan(in.readBoolean(), in.readLong()),
                    in.readLong(),
                    in.readBoolean(),
                    in.readBoolean(),
                    EndReason.valueOf(in.readUTF()),
                    divergedAt(in.readLong()),
                    new Evaluation(score(in), score(in)),
                    patience(in),
                    checkpoint(in));
        } catch (IOException broken) {
            throw new IllegalArgumentException("not a savepoint", broken);
        }
    }

    private static TrainingSpec spec(String json) {
        return switch (ExperimentJson.readPart(TrainingSpec.class, json)) {
            case Part.Read<TrainingSpec>(var spec) -> spec;
            case Part.Unreadable<TrainingSpec>(var problems) ->
                    throw new IllegalArgumentException(problems.getFirst().code());
        };
    }

    private static OptionalLong divergedAt(long step) {
        return step < 0 ? OptionalLong.empty() : OptionalLong.of(step);
    }

    private static Score score(DataInputStream in) throws IOException {
        return new Score(in.readDouble(), in.readDouble());
    }

    private static Optional<Patience.State> patience(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(
                        new Patience.State(
                                in.readDouble(),
                                in.readInt(),
                                in.readBoolean() ? Optional.of(checkpoint(in)) : Optional.empty()))
                : Optional.empty();
    }

    private static Checkpoint checkpoint(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new IllegalArgumentException("a savepoint cut short");
        }
        return new Checkpoint(bytes);
    }
}

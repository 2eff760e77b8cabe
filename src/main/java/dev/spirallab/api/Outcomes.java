package dev.spirallab.api;

import dev.spirallab.account.Fault;
import dev.spirallab.account.Guess;
import dev.spirallab.account.Refusal;
import dev.spirallab.dataset.table.TableSketch;
import dev.spirallab.dataset.table.TableSketch.Sketching;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.Links.Sharing;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.experiment.Uploads.Uploading;
import dev.spirallab.experiment.Version;
import dev.spirallab.experiment.Versioning;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Run;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.SweepAdmission;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a wish: what was wished for, or the {@link dev.spirallab.account.Fault} that tells
 * why not.
 */
final class Outcomes {
    /** They can end a run, or go on from another. */
    private static final Set<String> THEIRS = Set.of("run.tooManyOfYours", "run.notKept");

    private Outcomes() {}

    static Summary saved(Saving saving) {
        return switch (saving) {
            case Saving.Saved(var summary) -> summary;
            case Saving.Outdated _ -> throw Faults.outdated();
            case Saving.Missing() -> throw Faults.missing();
            case Saving.Refused(var problem) -> throw Faults.noRoom(problem);
        };
    }

    static Version kept(Versioning versioning) {
        return switch (versioning) {
            case Versioning.Made(var version) -> version;
            case Versioning.Missing() -> throw Faults.missing();
            case Versioning.Refused(var problem) -> throw Faults.noRoom(problem);
        };
    }

    static Sharing.Made made(Sharing sharing) {
        return switch (sharing) {
            case Sharing.Made made -> made;
            case Sharing.Refused(var problem) -> throw Faults.noRoom(problem);
        };
    }

    static String brought(Uploading uploading) {
        return switch (uploading) {
            case Uploading.Done(String hash) -> hash;
            case Uploading.Refused(var problem) -> throw refusedFile(problem);
        };
    }

    private static Fault refusedFile(Problem problem) {
        return switch (problem.code()) {
            case "keeping.file" -> Faults.tooLarge(problem);
            case "keeping.emptyFile" -> Faults.unreadable(List.of(problem));
            default -> Faults.noRoom(problem);
        };
    }

    static TableSketch sketched(Sketching sketching) {
        return switch (sketching) {
            case Sketching.Done(var sketch) -> sketch;
            case Sketching.Unreadable(var problem) -> throw Faults.unsound(List.of(problem));
        };
    }

    static Run admitted(Admission admission) {
        return switch (admission) {
            case Admission.Admitted(var run) -> run;
            case Admission.Refused(var problem) -> throw refused(problem);
        };
    }

    static Sweep begun(SweepAdmission admission) {
        return switch (admission) {
            case SweepAdmission.Begun(var sweep) -> sweep;
            case SweepAdmission.Refused(var problem) -> throw refused(problem);
        };
    }

    /** For what the asker cannot change there is only waiting. */
    private static Fault refused(Problem problem) {
        return THEIRS.contains(problem.code()) ? Faults.noRoom(problem) : Faults.busy(problem);
    }

    static Valid valid(ValidationResult result) {
        return switch (result) {
            case Valid valid -> valid;
            case ValidationResult.Invalid invalid -> throw Faults.unsound(invalid.problems());
        };
    }

    static List<NodeTensor> read(WeightsFile.Reading reading) {
        return switch (reading) {
            case WeightsFile.Reading.Read(var tensors) -> tensors;
            case WeightsFile.Reading.Refused(var problems) -> throw Faults.unsound(problems);
        };
    }

    static <T> T guessed(Guess<T> guess) {
        return switch (guess) {
            case Guess.Right<T>(T value) -> value;
            case Guess.Wrong<T>() -> throw Faults.missing();
            case Guess.TooMany<T>(Refusal refusal) -> throw Faults.tooOften(refusal);
        };
    }

    static void allowed(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw Faults.tooOften(reason);
        });
    }

    static <T> T found(Optional<T> wanted) {
        return wanted.orElseThrow(Faults::missing);
    }

    static void there(boolean wasThere) {
        if (!wasThere) {
            throw Faults.missing();
        }
    }
}

package dev.spirallab.api;

import dev.spirallab.api.RunLine.Change;
import dev.spirallab.api.RunLine.Reason;
import dev.spirallab.api.RunLine.State;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.run.Mark;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.RunSummary;
import dev.spirallab.run.Runs;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says how runs are doing. */
@Component
class RunAnswers {
    private final Messages messages;
    private final Runs runs;

    RunAnswers(Messages messages, Runs runs) {
        this.messages = messages;
        this.runs = runs;
    }

    RunAnswer whole(Run run, Locale locale) {
        return new RunAnswer(line(run, locale), run.experiment());
    }

    RunLine line(Run run, Locale locale) {
        String title = run.experiment().title();
        Mark mark =
                run.options().owner().map(owner -> runs.mark(owner, run.id())).orElse(Mark.NONE);
        return line(run.id(), title, run.options().of(), run.status(), mark, locale);
    }

    RunLine line(RunSummary summary, Locale locale) {
        return line(
                summary.id(),
                summary.title(),
                summary.of(),
                summary.status(),
                summary.mark(),
                locale);
    }

    private RunLine line(
            RunId id, String title, Optional<UUID> of, RunStatus status, Mark mark, Locale locale) {
        return new RunLine(
                id.value(),
                title,
                of,
                State.of(status.state()),
                Reason.of(status.reason()),
                status.at().attempt(),
                status.at().epoch(),
                status.at().step(),
                status.stepsPerEpoch(),
                status.stepsPerSecond(),
                status.pace(),
                status.learningRate(),
                status.latest().map(PointAnswer::of),
                status.problem().map(found -> ShownProblem.of(found, messages, locale)),
                mark.starred(),
                mark.note(),
                status.byHand().stream().sorted().map(Change::of).toList());
    }
}

package dev.spirallab.account;

import dev.spirallab.dataset.Contents;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Links;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.Erasure;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.validation.Validator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** All that an owner has: to take away, or to delete. */
@Component
public class Mine {
    private final Erasure erasure;
    private final Experiments experiments;
    private final Links links;
    private final RunShelf runs;
    private final SweepShelf sweeps;
    private final Contents contents;
    private final Validator validator;
    private final Messages messages;

    Mine(
            Erasure erasure,
            Experiments experiments,
            Links links,
            RunShelf runs,
            SweepShelf sweeps,
            Contents contents,
            Validator validator,
            Messages messages) {
        this.erasure = erasure;
        this.experiments = experiments;
        this.links = links;
        this.runs = runs;
        this.sweeps = sweeps;
        this.contents = contents;
        this.validator = validator;
        this.messages = messages;
    }

    /**
     * Writes a zip archive: the experiments and their versions, the runs with their figures,
     * weights (those they were given to begin with, too) and last boundaries, the sweeps likewise,
     * what links lead to, the files that any of them learns from; {@code index.html} says what is
     * where, and what could not be read. Nothing but one document, one run or one sweep at a time
     * is held in memory. Runs are as they were kept last, at most a few seconds ago.
     *
     * @param locale the language of {@code index.html}
     * @param out stays open
     * @throws IOException if it cannot be written; what was written then has no end
     */
    public void export(OwnerId owner, Locale locale, OutputStream out) throws IOException {
        Archive archive = new Archive(out);
        new Export(experiments, links, runs, sweeps, contents, validator, archive)
                .write(owner, messages, locale);
        archive.finish();
    }

    /**
     * Deletes everything: experiments, versions, runs, sweeps, links, tokens and the recovery code.
     */
    public void delete(OwnerId owner) {
        erasure.erase(owner);
    }
}

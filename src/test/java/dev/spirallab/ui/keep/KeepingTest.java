package dev.spirallab.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.keep.Keeping.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing that was done on the page is lost where saving fails for a while. */
class KeepingTest {
    private static final Experiment SPIRAL = Templates.get(Templates.FIRST);
    private static final OwnerId OWNER = OwnerId.random();

    private final FailingExperiments experiments = new FailingExperiments();
    private final Texts texts = new Texts(new Messages(), Locale.ENGLISH);
    private final Ears ears = new Ears();
    private final Tab tab = new Tab();
    private final Keeping keeping = new Keeping(new UI(), experiments, OWNER, texts, tab, ears);

    @Test
    void aNewExperimentIsNeverSavedOverTheOneThatWasThereBefore() {
        keeping.begin();
        keeping.changed(titled("mine"));
        ExperimentId mine = keeping.id();
        experiments.away = true;
        keeping.changed(titled("mine, changed"));

        keeping.begin();
        experiments.away = false;
        keeping.finish();
        keeping.changed(titled("template"));
        keeping.finish();

        assertThat(experiments.titles()).containsExactly("mine, changed", "template");
        assertThat(experiments.kept.get(mine).experiment().title()).isEqualTo("mine, changed");
        assertThat(ears.last()).isEqualTo(new State.Done());
    }

    @Test
    void openingAnotherExperimentDropsNothingThatIsNotSavedYet() {
        Kept other = kept("other");
        experiments.away = true;
        keeping.begin();
        keeping.changed(titled("mine"));

        Experiment shown = keeping.begin(other);

        assertThat(shown).isEqualTo(other.experiment());
        assertThat(ears.left).containsExactly("mine");
        assertThat(tab.held.values()).containsExactly("mine");
        assertThat(ears.last())
                .isInstanceOfSatisfying(
                        State.LeftUnsaved.class,
                        left -> assertThat(left.title()).isEqualTo("mine"));
        experiments.away = false;
        keeping.finish();
        assertThat(experiments.titles()).containsExactly("other", "mine");
        assertThat(tab.held).isEmpty();
        assertThat(ears.last()).isEqualTo(new State.Done());
    }

    @Test
    void whatWasRefusedIsSavedOnceThereIsRoom() {
        Kept other = kept("other");
        keeping.begin();
        experiments.refusal =
                Optional.of(Problem.of("keeping.experiments", "", Map.of("limit", "1")));
        keeping.changed(titled("one too many"));
        keeping.begin(other);

        experiments.refusal = Optional.empty();
        keeping.finish();

        assertThat(experiments.titles()).containsExactly("other", "one too many");
    }

    @Test
    void whoComesBackFindsTheChangeThatIsNotSavedYet() {
        Kept mine = kept("mine");
        keeping.begin(mine);
        experiments.away = true;
        keeping.changed(titled("mine, changed"));
        keeping.begin();

        Experiment shown = keeping.begin(mine);

        assertThat(shown.title()).isEqualTo("mine, changed");
        experiments.away = false;
        keeping.finish();
        assertThat(experiments.titles()).containsExactly("mine, changed");
    }

    @Test
    void whatAnEarlierPageLeftIsSavedToItsOwnExperimentWhateverIsShown() {
        Kept mine = kept("mine");
        Kept fork = kept("fork");

        keeping.adopt(mine.id(), mine.revision(), titled("mine, changed"));
        Experiment shown = keeping.begin(fork);

        assertThat(shown.title()).isEqualTo("fork");
        assertThat(experiments.titles()).containsExactly("mine, changed", "fork");
        assertThat(experiments.kept.get(fork.id()).revision()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierPageLeftIsACopyWhereTheExperimentWasChangedSince() {
        Kept mine = kept("mine");
        experiments.save(OWNER, mine.id(), 1, titled("elsewhere"));

        keeping.adopt(mine.id(), 1, titled("here"));
        keeping.begin();

        assertThat(experiments.titles()).containsExactly("elsewhere", "here (copy)");
    }

    @Test
    void whatIsDeletedIsNotBroughtBackByAChangeThatWasNotSaved() {
        Kept mine = kept("mine");
        keeping.begin(mine);
        experiments.away = true;
        keeping.changed(titled("mine, changed"));
        keeping.begin();
        experiments.away = false;
        experiments.kept.remove(mine.id());

        keeping.discard(mine.id());
        keeping.finish();

        assertThat(experiments.titles()).isEmpty();
    }

    @Test
    void aCopyOfALongTitleCanBeSavedToo() {
        String title = "𝒜".repeat(Experiment.LONGEST_TITLE / 2);

        String copy = Copies.title(texts, title);

        assertThat(copy).hasSizeLessThanOrEqualTo(Experiment.LONGEST_TITLE).endsWith("… (copy)");
        assertThat(
                        copy.codePoints()
                                .filter(Character::isBmpCodePoint)
                                .mapToObj(Character::toString))
                .containsExactly("…", " ", "(", "c", "o", "p", "y", ")");
    }

    private Kept kept(String title) {
        ExperimentId id = ExperimentId.random();
        experiments.create(OWNER, id, titled(title));
        return experiments.kept.get(id);
    }

    private static Experiment titled(String title) {
        return SPIRAL.withTitle(title);
    }

    /** What the tab holds, by title. */
    private static final class Tab implements Hold {
        final Map<ExperimentId, String> held = new HashMap<>();

        @Override
        public void experiment(ExperimentId id) {}

        @Override
        public void hold(ExperimentId id, long revision, Experiment changed) {
            held.put(id, changed.title());
        }

        @Override
        public void letGo(ExperimentId id) {
            held.remove(id);
        }
    }

    /** Hears how the saving goes. */
    private static final class Ears implements Keeping.Listener {
        final List<String> left = new ArrayList<>();
        private final List<State> states = new ArrayList<>();

        State last() {
            return states.getLast();
        }

        @Override
        public void onState(State state) {
            states.add(state);
        }

        @Override
        public void onCopied(String title) {}

        @Override
        public void onLeft(ExperimentId id, String title, Experiment unsaved) {
            left.add(title);
        }
    }
}

package dev.spirallab.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();

    @Test
    void anActionIsDoneByItsId() {
        actions.add(action(Area.HELP, "tour"));

        actions.run("tour");
        actions.run("unknown");

        assertThat(done).containsExactly("tour");
    }

    @Test
    void whatCannotBeDoneNowIsNotDone() {
        actions.add(action(Area.HELP, "tour").when(() -> false));

        actions.run("tour");

        assertThat(done).isEmpty();
    }

    @Test
    void twoActionsHaveNeitherOneIdNorOneKey() {
        actions.add(action(Area.HELP, "keys").keys("?"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.add(action(Area.VIEW, "keys")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.add(action(Area.VIEW, "other").keys("Mod+K", "?")));
    }

    @Test
    void anAreaIsRenewedAsAWholeAndTold() {
        AtomicInteger told = new AtomicInteger();
        actions.add(action(Area.HELP, "tour"));
        actions.add(action(Area.EXPERIMENT, "old"));
        actions.onChange(told::incrementAndGet);

        actions.replace(Area.EXPERIMENT, List.of(action(Area.EXPERIMENT, "new")));

        assertThat(actions.all()).extracting(Action::id).containsExactly("new", "tour");
        assertThat(told).hasValue(1);
    }

    private Action action(Area area, String id) {
        return Action.named(area, id, id, () -> done.add(id));
    }
}

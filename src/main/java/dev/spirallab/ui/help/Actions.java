package dev.spirallab.ui.help;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table of all that can be done on a page. */
public final class Actions {
    private final Map<String, Action> table = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * @throws IllegalArgumentException if there is an action of that id, or one with the same keys
     */
    public void add(Action action) {
        enter(action);
        tell();
    }

    /** Puts others in the place of all of an area, such as the experiments that there are now. */
    public void replace(Area area, Collection<Action> others) {
        table.values().removeIf(action -> action.area() == area);
        others.forEach(this::enter);
        tell();
    }

    private void enter(Action action) {
        requireNonNull(action, "Action cannot be null");
        if (table.containsKey(action.id()) || table.values().stream().anyMatch(action::clashes)) {
            throw new IllegalArgumentException("Taken already: " + action.id() + action.keys());
        }
        table.put(action.id(), action);
    }

    /** By area, within an area in the order in which they were added. */
    public List<Action> all() {
        return table.values().stream().sorted(Comparator.comparing(Action::area)).toList();
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(table.get(id));
    }

    /** Does it, unless there is no such action or it cannot be done now. */
    public void run(String id) {
        find(id).filter(action -> action.enabled().getAsBoolean())
                .map(Action::run)
                .ifPresent(Runnable::run);
    }

    /** Hears of every change of the table. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}

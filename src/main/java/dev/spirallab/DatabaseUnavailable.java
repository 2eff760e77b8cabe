package dev.spirallab;

import java.sql.SQLException;

/** What is kept cannot be reached, so there is nothing to start. */
final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient DatabasePlace place;
    private final String state;

    DatabaseUnavailable(DatabasePlace place, SQLException cause) {
        super(cause.getMessage(), cause);
        this.place = place;
        this.state = String.valueOf(cause.getSQLState());
    }

    DatabasePlace place() {
        return place;
    }

    /** SQL's code of what went wrong. */
    String state() {
        return state;
    }
}

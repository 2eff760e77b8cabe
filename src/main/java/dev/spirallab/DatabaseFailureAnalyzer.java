package dev.spirallab;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the database cannot be opened, and what to do. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {
    private static final String IN_USE = "90020";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CONNECTION = "08";
    private static final String ACCOUNT = "28";

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseUnavailable failure) {
        DatabasePlace place = failure.place();
        String state = failure.state();
        if (state.equals(IN_USE)) {
            return new FailureAnalysis(
                    "Another program, most likely another Spiral Lab, keeps its work in "
                            + place
                            + ".",
                    "Stop it, or give this one a folder of its own: --data FOLDER"
                            + " (without ./lab: --spirallab.data=FOLDER).",
                    failure);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new FailureAnalysis(
                    "There is no such database: " + place + ".",
                    "Create it (createdb NAME), or correct spring.datasource.url.",
                    failure);
        }
        if (state.startsWith(CONNECTION)) {
            return new FailureAnalysis(
                    "No database answers at " + place + ".",
                    "Start it, or correct spring.datasource.url. Without that setting"
                            + " Spiral Lab keeps its work in a folder.",
                    failure);
        }
        if (state.startsWith(ACCOUNT)) {
            return new FailureAnalysis(
                    place + " refuses the user or the password.",
                    "Correct spring.datasource.username and spring.datasource.password.",
                    failure);
        }
        return new FailureAnalysis(
                "The database cannot be opened: " + place + ": " + failure.getMessage(),
                place.isFolder()
                        ? "See that this user may write there and that the disk is not full. A"
                                + " damaged file can be moved away or replaced by a backup."
                        : "Correct the settings spring.datasource.*.",
                failure);
    }
}

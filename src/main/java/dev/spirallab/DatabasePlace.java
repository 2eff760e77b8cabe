package dev.spirallab;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * Where work is kept.
 *
 * @param url JDBC's
 */
record DatabasePlace(String url) {
    private static final String FILE = "jdbc:h2:file:";

    static DatabasePlace of(Environment environment) {
        return new DatabasePlace(environment.getRequiredProperty("spring.datasource.url"));
    }

    boolean isFolder() {
        return url.startsWith(FILE);
    }

    /** The folder, or the address without settings, which may hold a password. */
    @Override
    public String toString() {
        String address = url.split("[;?]", 2)[0];
        return isFolder() ? folder(address.substring(FILE.length())) : address;
    }

    private static String folder(String file) {
        return String.valueOf(Path.of(file).toAbsolutePath().normalize().getParent());
    }
}

package dev.spirallab.account;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.account.Tokens.Creation.Created;
import dev.spirallab.experiment.Databases;
import dev.spirallab.owner.OwnerId;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that revokes a token, makes another and the server's key, and ends at once. */
final class Notary {
    private Notary() {}

    /**
     * @param arguments the folder of the database, and whose tokens
     */
    public static void main(String[] arguments) {
        HikariDataSource database = Databases.h2(Path.of(arguments[0]));
        OwnerId owner = new OwnerId(UUID.fromString(arguments[1]));
        Tokens tokens = tokens(database);
        Created revoked = (Created) tokens.create(owner, "revoked");
        tokens.revoke(owner, revoked.entry().id());
        Created told = (Created) tokens.create(owner, "told");
        System.out.println(told.token());
        System.out.flush();
        Runtime.getRuntime().halt(1);
    }

    static Tokens tokens(HikariDataSource database) {
        return new Tokens(JdbcClient.create(database), Databases.transactions(database));
    }
}

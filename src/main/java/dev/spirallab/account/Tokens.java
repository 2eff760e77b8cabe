package dev.spirallab.account;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.owner.RandomBits;
import dev.spirallab.spec.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tokens with which programs use the API in an owner's name. Only their hashes are stored. They
 * begin with {@code sl_}, so that scanners for leaked secrets can know them.
 */
@Component
public class Tokens implements Belongings {
    /** A name has at most so many characters. */
    public static final int LONGEST_NAME = 60;

    private static final String PREFIX = "sl_";
    private static final int RANDOM_BYTES = 20;
    private static final int BEGINNING = 7;
    private static final int MOST = 20;
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock = Clock.systemUTC();

    Tokens(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What became of a wish for a token. */
    public sealed interface Creation {

        /** The token, {@code sl_} and 40 hexadecimal digits; told here and never again. */
        record Created(String token, ApiToken entry) implements Creation {
            /** Tells nothing of the token, so that no log does. */
            @Override
            public String toString() {
                return "Created[" + entry + "]";
            }
        }

        record Refused(Problem problem) implements Creation {}
    }

    /**
     * @param name what it is for; cut where it is too long
     */
    public Creation create(OwnerId owner, String name) {
        return inTransaction(() -> createAlone(owner, name));
    }

    private Creation createAlone(OwnerId owner, String name) {
        lock(owner);
        if (list(owner).size() >= MOST) {
            return new Creation.Refused(
                    Problem.of("account.tooManyTokens", "", Map.of("max", "" + MOST)));
        }
        String token = PREFIX + HexFormat.of().formatHex(RandomBits.bytes(RANDOM_BYTES));
        ApiToken entry =
                new ApiToken(
                        UUID.randomUUID(),
                        kept(name),
                        token.substring(0, BEGINNING),
                        clock.instant(),
                        Optional.empty());
        insert(owner, token, entry);
        return new Creation.Created(token, entry);
    }

    /** The newest first. */
    public List<ApiToken> list(OwnerId owner) {
        return jdbc.sql(
                        """
                        select id, name, beginning, created, used from api_token
                        where owner = :owner order by created desc, id
                        """)
                .param("owner", owner.value())
                .query(Tokens::read)
                .list();
    }

    /**
     * From now on it is worth nothing.
     *
     * @return whether it was there
     */
    public boolean revoke(OwnerId owner, UUID id) {
        return inTransaction(() ->
                jdbc.sql("delete from api_token where owner = :owner and id = :id")
                        .param("owner", owner.value())
                        .param("id", id)
                        .update())
                > 0;
    }

    /** Over when it is written: a revoked token stays so, however the process ends. */
    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /** Of those who make one more, the next counts when the one before has made it. */
    private void lock(OwnerId owner) {
        jdbc.sql("select id from api_token where owner = :owner for update")
                .param("owner", owner.value())
                .query(UUID.class)
                .list();
    }

    @Override
    public void move(OwnerId from, OwnerId to) {
        jdbc.sql("update api_token set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    @Override
    public void delete(OwnerId owner) {
        jdbc.sql("delete from api_token where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    /** Whose it is; notes that it was used. */
    Optional<OwnerId> use(String token) {
        String hash = Secrets.hash(token);
        Optional<OwnerId> owner =
                jdbc.sql("select owner from api_token where hash = :hash")
                        .param("hash", hash)
                        .query(UUID.class)
                        .optional()
                        .map(OwnerId::new);
        owner.ifPresent(_ -> noteUse(hash));
        return owner;
    }

    /** Not at every request: reading should not mean writing. */
    private void noteUse(String hash) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        update api_token set used = :now
                        where hash = :hash and (used is null or used < :before)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(PRECISION).atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .update();
    }

    private void insert(OwnerId owner, String token, ApiToken entry) {
        jdbc.sql(
                        """
                        insert into api_token (id, owner, hash, name, beginning, created)
                        values (:id, :owner, :hash, :name, :beginning, :created)
                        """)
                .param("id", entry.id())
                .param("owner", owner.value())
                .param("hash", Secrets.hash(token))
                .param("name", entry.name())
                .param("beginning", entry.beginning())
                .param("created", entry.created().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Without what no database can hold: zero characters, halves of characters. */
    private static String kept(String name) {
        return name.strip()
                .codePoints()
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .map(character -> character.replaceAll("[\\p{Cc}\\p{Cs}]", " "))
                .collect(Collectors.joining());
    }

    private static ApiToken read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime used = row.getObject("used", OffsetDateTime.class);
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("beginning"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(used).map(OffsetDateTime::toInstant));
    }
}

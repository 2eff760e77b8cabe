package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.Scripts;
import dev.spirallab.account.Tokens.Creation.Created;
import dev.spirallab.account.Tokens.Creation.Refused;
import dev.spirallab.owner.OwnerId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensTest extends AccountTest {
    private final OwnerId owner = OwnerId.random();
    @Autowired private Tokens tokens;

    @Test
    void aTokenIsToldOnceAndKnownByItsBeginning() {
        Created created = created("notebook");

        assertThat(created.token()).matches("sl_[0-9a-f]{40}");
        assertThat(created.toString()).doesNotContain(created.token());
        assertThat(tokens.list(owner))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.name()).isEqualTo("notebook");
                    assertThat(created.token()).startsWith(entry.beginning());
                    assertThat(entry.beginning()).hasSize(7);
                    assertThat(entry.used()).isEmpty();
                });
    }

    @Test
    void theListSaysWhenATokenWasUsed() {
        Created created = created("notebook");

        assertThat(tokens.use(created.token())).contains(owner);

        assertThat(tokens.list(owner).getFirst().used()).isPresent();
    }

    @Test
    void theNewestIsListedFirst() {
        created("old");
        created("new");

        assertThat(tokens.list(owner)).extracting(ApiToken::name).containsExactly("new", "old");
    }

    @Test
    void anOwnerHasTwentyTokensAtMost() {
        IntStream.range(0, 20).forEach(number -> created("token " + number));

        assertThat(tokens.create(owner, "one more"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem().code())
                                        .isEqualTo("account.tooManyTokens"));
    }

    @Test
    void aLongNameIsCut() {
        created("x".repeat(500));

        assertThat(tokens.list(owner).getFirst().name()).hasSize(Tokens.LONGEST_NAME);
    }

    @Test
    void whateverSomebodyCallsATokenIsItsName() {
        OwnerId writer = OwnerId.random();
        for (String script : Scripts.all()) {
            tokens.create(writer, script);
            assertThat(tokens.list(writer))
                    .singleElement()
                    .extracting(ApiToken::name)
                    .isEqualTo(script.strip().replaceAll("\\p{Cc}", " "));
            tokens.delete(writer);
        }
    }

    private Created created(String name) {
        return (Created) tokens.create(owner, name);
    }
}

package dev.spirallab.account;

import dev.spirallab.account.Deed.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code spirallab.limits.*} of requests.
 *
 * @param request the largest body of a request; 8 MB: a document of the largest size as the page
 *     sends it
 * @param rate how often something may be done; {@link Deed} has the defaults
 */
@ConfigurationProperties("spirallab.limits")
record LimitSettings(
        @DefaultValue("8MB") DataSize request, @DefaultValue Map<Deed, RateSetting> rate) {

    /** Replaces those numbers that are given. */
    record RateSetting(@Nullable Integer owner, @Nullable Integer address, @Nullable Duration per) {
        Rate over(Rate standard) {
            return new Rate(
                    Objects.requireNonNullElse(owner, standard.owner()),
                    Objects.requireNonNullElse(address, standard.address()),
                    Objects.requireNonNullElse(per, standard.per()));
        }
    }

    Rate rate(Deed deed) {
        RateSetting setting = rate.get(deed);
        return setting == null ? deed.standard() : setting.over(deed.standard());
    }
}

package dev.spirallab.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code spirallab.limits.rate.*}. An address may do many times what an owner may, since a
 * whole class may share it.
 *
 * @param call requests to the API
 * @param start run starts
 * @param share links made
 * @param open links opened that do not exist
 * @param recover wrong recovery codes
 * @param authenticate wrong API tokens
 */
@ConfigurationProperties("spirallab.limits.rate")
record RateSettings(
        @DefaultValue Call call,
        @DefaultValue Start start,
        @DefaultValue Share share,
        @DefaultValue Open open,
        @DefaultValue Recover recover,
        @DefaultValue Authenticate authenticate) {

    /** How often. */
    sealed interface Rate {
        int owner();

        int address();

        Duration per();
    }

    record Call(
            @DefaultValue("600") int owner,
            @DefaultValue("6000") int address,
            @DefaultValue("1m") Duration per)
            implements Rate {}

    record Start(
            @DefaultValue("60") int owner,
            @DefaultValue("1200") int address,
            @DefaultValue("1m") Duration per)
            implements Rate {}

    record Share(
            @DefaultValue("30") int owner,
            @DefaultValue("600") int address,
            @DefaultValue("1m") Duration per)
            implements Rate {}

    record Open(
            @DefaultValue("30") int owner,
            @DefaultValue("300") int address,
            @DefaultValue("1m") Duration per)
            implements Rate {}

    record Recover(
            @DefaultValue("10") int owner,
            @DefaultValue("100") int address,
            @DefaultValue("10m") Duration per)
            implements Rate {}

    record Authenticate(
            @DefaultValue("30") int owner,
            @DefaultValue("300") int address,
            @DefaultValue("1m") Duration per)
            implements Rate {}

    Rate of(Deed deed) {
        return switch (deed) {
            case CALL -> call;
            case START -> start;
            case SHARE -> share;
            case OPEN -> open;
            case RECOVER -> recover;
            case AUTHENTICATE -> authenticate;
        };
    }
}

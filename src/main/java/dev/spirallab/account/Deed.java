package dev.spirallab.account;

/** What people may do only so often; see {@link RateSettings}. */
public enum Deed {
    /** Any request to the API. */
    CALL,
    /** Starting a run, on the page or through the API. */
    START,
    /** Making a link. */
    SHARE,
    /** Opening a link that does not exist. */
    OPEN,
    /** Trying a recovery code that is not one. */
    RECOVER,
    /** Presenting an API token that is not one. */
    AUTHENTICATE
}

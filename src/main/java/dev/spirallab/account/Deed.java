package dev.spirallab.account;

import java.time.Duration;

/**
 * What people may do only so often. An address may do many times what an owner may, since a whole
 * class may share it. Settings {@code spirallab.limits.rate.<deed>.owner}, {@code .address} and
 * {@code .per} replace the numbers.
 */
public enum Deed {
    /** Any request to the API: 600 a minute by an owner, 6000 from an address. */
    CALL(600, 6000, Duration.ofMinutes(1)),
    /** Starting a run, on the page or through the API: 60 and 1200 a minute. */
    START(60, 1200, Duration.ofMinutes(1)),
    /** Having a run stand ready on a page, as each change of an untrained model does: 300, 6000. */
    PREPARE(300, 6000, Duration.ofMinutes(1)),
    /** Bringing a file, on the page or through the API: 30 and 600 a minute. */
    UPLOAD(30, 600, Duration.ofMinutes(1)),
    /** Making a link: 30 and 600 a minute. */
    SHARE(30, 600, Duration.ofMinutes(1)),
    /** Opening a link that does not exist: 30 and 300 a minute. */
    OPEN(30, 300, Duration.ofMinutes(1)),
    /** Trying a recovery code that is none: 10 and 100 in ten minutes. */
    RECOVER(10, 100, Duration.ofMinutes(10)),
    /** Presenting an API token that is none: 300 a minute from an address. */
    AUTHENTICATE(300, 300, Duration.ofMinutes(1));

    private final int owner;
    private final int address;
    private final Duration per;

    Deed(int owner, int address, Duration per) {
        this.owner = owner;
        this.address = address;
        this.per = per;
    }

    Rate standard() {
        return new Rate(owner, address, per);
    }

    /** At most so many times in a period, evenly given back over it. */
    record Rate(int owner, int address, Duration per) {}
}

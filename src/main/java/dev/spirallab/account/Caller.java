package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;

/**
 * Who asks for something, and from where: what {@link Rates} counts by.
 *
 * @param address the network address; a whole class may share one
 */
public record Caller(OwnerId owner, String address) {}

package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import java.time.Instant;

/**
 * What a cookie says.
 *
 * @param signed when, to the second
 */
record SignedOwner(OwnerId owner, Instant signed) {}

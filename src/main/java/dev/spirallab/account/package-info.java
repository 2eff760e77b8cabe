/**
 * Who is asking: an owner known by the signed cookie of a browser or by the token of a program; and
 * what protects everybody: headers, limits of rate and size.
 */
@NullMarked
package dev.spirallab.account;

import org.jspecify.annotations.NullMarked;

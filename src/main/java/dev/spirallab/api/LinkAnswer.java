package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.spirallab.experiment.SharedLink;

/**
 * A new link. Its token is told here and never again.
 *
 * @param url the address of the page that shows it
 */
record LinkAnswer(@JsonUnwrapped SharedLink link, String token, String url) {}

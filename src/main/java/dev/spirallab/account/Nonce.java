package dev.spirallab.account;

import dev.spirallab.owner.RandomBits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;

/** The word that lets a page's own inline scripts run: another for each page that is sent. */
public final class Nonce {
    private static final String ATTRIBUTE = Nonce.class.getName();
    private static final int BYTES = 18;

    private Nonce() {}

    /** The nonce of the page that answers the request, for its script elements. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String nonce = Base64.getEncoder().encodeToString(RandomBits.bytes(BYTES));
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }
}

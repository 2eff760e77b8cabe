package dev.spirallab.ui.share;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the playground works inside pages of other sites: browsers keep its cookie there only if
 * it is {@code SameSite=None}, and that only over https (docs/decisions/0013).
 */
@Component
public final class Framing {
    private final String sameSite;

    Framing(@Value("${server.servlet.session.cookie.same-site:lax}") String sameSite) {
        this.sameSite = sameSite.toLowerCase(Locale.ROOT);
    }

    /** The cookie's rule: {@code none}, {@code lax} or {@code strict}. */
    public String sameSite() {
        return sameSite;
    }

    /**
     * @param secure whether the page is reached by https
     */
    public boolean acrossSites(boolean secure) {
        return secure && sameSite.equals("none");
    }
}

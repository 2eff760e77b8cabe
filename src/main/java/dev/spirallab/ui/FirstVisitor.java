package dev.spirallab.ui;

import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Fetches the page and the scripts, styles and texts that it names, as a browser would. */
final class FirstVisitor {
    private static final int PATIENCE_MILLIS = 5_000;

    private FirstVisitor() {}

    /**
     * @param address of the page
     * @return bytes of what it names
     */
    static int visit(String address) throws IOException {
        Connection visitor =
                Jsoup.newSession().timeout(PATIENCE_MILLIS).ignoreContentType(true).maxBodySize(0);
        int bytes = 0;
        for (Element named :
                visitor.newRequest(address).get().select("script[src], link[rel=stylesheet]")) {
            String part = named.absUrl(named.hasAttr("src") ? "src" : "href");
            bytes += visitor.newRequest(part).execute().bodyAsBytes().length;
        }
        return bytes;
    }
}

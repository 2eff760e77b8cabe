package dev.spirallab.ui.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What links that others open begin with. */
final class LinkBases {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private LinkBases() {}

    /**
     * The page's own address, unless that names the computer it is open on: then the addresses by
     * which others find that computer, if it has any.
     *
     * @param page where the page that shows the link is open, with the slash at its end
     * @param hosts where others on the network find this server
     */
    static List<String> of(String page, List<String> hosts) {
        return reachesOthers(page) || hosts.isEmpty()
                ? List.of(page)
                : hosts.stream().map(host -> at(host, URI.create(page))).toList();
    }

    /** Names that Java does not take for hosts, such as {@code my_pc}, are other computers' too. */
    static boolean reachesOthers(String page) {
        try {
            return Optional.ofNullable(new URI(page).getHost())
                    .filter(THIS_COMPUTER::contains)
                    .isEmpty();
        } catch (URISyntaxException notOurs) {
            return true;
        }
    }

    private static String at(String host, URI page) {
        String port = page.getPort() < 0 ? "" : ":" + page.getPort();
        return page.getScheme() + "://" + host + port + page.getPath();
    }
}

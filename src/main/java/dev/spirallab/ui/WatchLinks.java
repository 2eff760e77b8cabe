package dev.spirallab.ui;

import dev.spirallab.run.RunId;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Links with which others watch a run. */
final class WatchLinks {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private WatchLinks() {}

    /**
     * The page's own address, unless that names the computer it is open on: then the addresses by
     * which others find that computer, if it has any.
     *
     * @param page where the page that shows the link is open
     * @param hosts where others on the network find this server
     */
    static List<String> of(String page, List<String> hosts, RunId run) {
        URI address = URI.create(page);
        String query = "?run=" + run.value();
        return reachesOthers(page) || hosts.isEmpty()
                ? List.of(address.resolve(query).toString())
                : hosts.stream().map(host -> at(host, address) + query).toList();
    }

    static boolean reachesOthers(String page) {
        return !THIS_COMPUTER.contains(URI.create(page).getHost());
    }

    private static String at(String host, URI page) {
        String port = page.getPort() < 0 ? "" : ":" + page.getPort();
        return page.getScheme() + "://" + host + port + page.getPath();
    }
}

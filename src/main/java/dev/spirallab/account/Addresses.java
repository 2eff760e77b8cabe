package dev.spirallab.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as {@link Rates} counts them. */
public final class Addresses {
    private static final int NETWORK = 8;

    private Addresses() {}

    /** The address; of an IPv6 address only its network, since a household has all the rest. */
    public static String of(HttpServletRequest request) {
        InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK))
                : address.getHostAddress();
    }
}

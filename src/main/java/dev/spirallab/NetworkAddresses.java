package dev.spirallab;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where others on the network find this server. */
@Component
public class NetworkAddresses {
    private final Environment environment;

    NetworkAddresses(Environment environment) {
        this.environment = environment;
    }

    /** This machine's addresses for others; none where the server listens to one address only. */
    public List<String> hosts() {
        return environment.containsProperty("server.address") ? List.of() : ofThisMachine();
    }

    private static List<String> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(NetworkAddresses::isReachable)
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isReachable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress();
    }
}

package dev.spirallab;

import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells on the terminal where the page is and what it computes on. */
@Component
class Announcement {
    private final Environment environment;
    private final NetworkAddresses addresses;
    private final Engine engine;

    Announcement(Environment environment, NetworkAddresses addresses, Engine engine) {
        this.environment = environment;
        this.addresses = addresses;
        this.engine = engine;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        lines().forEach(System.out::println);
    }

    /** What is said, a line each. */
    List<String> lines() {
        var port = environment.getProperty("local.server.port", "");
        var lines = new ArrayList<String>();
        lines.add("Spiral Lab        http://localhost:" + port);
        addresses.hosts().stream()
                .map(address -> "on this network   http://" + address + ":" + port)
                .forEach(lines::add);
        lines.add("trains on         " + described(engine.device()));
        lines.add("keeps work in     " + DatabasePlace.of(environment));
        lines.add("stop with Ctrl-C");
        return lines;
    }

    private static String described(DeviceInfo device) {
        var missing = device.missing().map(it -> " (there is no " + it + " here)").orElse("");
        return device.id() + ": " + device.name() + ", " + device.cores() + " cores" + missing;
    }
}

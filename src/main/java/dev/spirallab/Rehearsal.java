package dev.spirallab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends the server as soon as it could be visited, where {@code spirallab.rehearsal=true} asks for
 * it: a build starts it so once, and Java keeps what it has loaded for later starts (<a
 * href="https://openjdk.org/jeps/514">JEP 514</a>).
 */
@Component
@ConditionalOnBooleanProperty("spirallab.rehearsal")
class Rehearsal {

    /** After all that a start does. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void end(ApplicationReadyEvent ready) {
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }
}

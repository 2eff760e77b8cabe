package dev.spirallab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The playground's server. */
@SpringBootApplication
public class SpiralLabApplication {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(SpiralLabApplication.class);
        application.addInitializers(new DatabaseCheck());
        application.run(arguments);
    }
}

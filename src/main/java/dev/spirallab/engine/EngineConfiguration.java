package dev.spirallab.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the engine on the device that {@code spirallab.device} names; {@code auto} by itself. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Engine engine(@Value("${spirallab.device:auto}") String device) {
        return Engines.on(device);
    }

    @Bean
    DeviceInfo device(Engine engine) {
        return engine.device();
    }
}

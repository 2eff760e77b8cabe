package dev.spirallab.run;

import dev.spirallab.engine.Engine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    @Bean(destroyMethod = "close")
    RunRegistry runs(Engine engine, RunSettings settings) {
        return new RunRegistry(engine, settings);
    }
}

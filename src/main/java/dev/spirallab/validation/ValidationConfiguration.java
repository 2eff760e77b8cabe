package dev.spirallab.validation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class ValidationConfiguration {
    @Bean
    Validator validator(Limits limits) {
        return new Validator(limits);
    }
}

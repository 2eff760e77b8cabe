package dev.spirallab.i18n;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
    @Bean
    Messages messages() {
        return new Messages();
    }
}

package dev.spirallab.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Which requests pass, and what protects the answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Vaadin guards its own requests against forgery. */
    @Bean
    SecurityFilterChain page(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}

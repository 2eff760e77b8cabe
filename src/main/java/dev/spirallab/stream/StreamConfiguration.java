package dev.spirallab.stream;

import dev.spirallab.run.Runs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** The endpoint {@code /stream/runs/{id}}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    WebSocketConfigurer streamEndpoint(Runs runs, StreamSettings settings) {
        return registry ->
                registry.addHandler(new RunSocket(runs, settings.sendTimeout()), "/stream/runs/*")
                        .addInterceptors(new OriginCheck(settings.origins()))
                        // Spring's own check lets a missing origin pass; ours decides alone.
                        .setAllowedOriginPatterns("*");
    }
}

package dev.spirallab.stream;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code spirallab.*} of the stream.
 *
 * @param origins further origins whose pages may watch runs, such as {@code
 *     https://lab.example.org} when the playground stands behind a proxy or a mapped port; by
 *     default none but the server's own addresses
 * @param sendTimeout how long a viewer may take to accept a message before it is disconnected; 30s
 */
@ConfigurationProperties("spirallab")
record StreamSettings(
        @DefaultValue List<String> origins, @DefaultValue("30s") Duration sendTimeout) {}

package dev.spirallab.account;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code spirallab.embed.*}.
 *
 * @param origins the pages that may hold an embed view, such as {@code https://moodle.example.org};
 *     by default all
 */
@ConfigurationProperties("spirallab.embed")
record EmbedSettings(@DefaultValue("*") List<String> origins) {}

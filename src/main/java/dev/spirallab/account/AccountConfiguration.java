package dev.spirallab.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LimitSettings.class, EmbedSettings.class})
class AccountConfiguration {}

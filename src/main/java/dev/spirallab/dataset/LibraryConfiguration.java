package dev.spirallab.dataset;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    @Bean
    Library library(ObjectProvider<Contents> contents) {
        return new Library(contents.getIfAvailable(() -> Contents.NONE));
    }
}

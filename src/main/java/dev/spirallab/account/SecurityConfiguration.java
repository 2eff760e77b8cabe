package dev.spirallab.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Which requests pass, and what protects the answers. Programs come with a token and never with a
 * cookie; pages never need a token, and guard their own messages against forgery.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** What needs no token: what the API is, what a link shows, and whether a document is sound. */
    private static final String[] PUBLIC = {
        "/api/v1/openapi.json",
        "/api/v1/openapi.json/**",
        "/api/v1/catalog",
        "/api/v1/schema",
        "/api/v1/shared/**"
    };

    private static final ObjectPostProcessor<HeaderWriterFilter> EAGERLY =
            new ObjectPostProcessor<>() {
                @Override
                public <O extends HeaderWriterFilter> O postProcess(O filter) {
                    filter.setShouldWriteHeadersEagerly(true);
                    return filter;
                }
            };
    private static final String VALIDATION = "/api/v1/experiments/validate";
    private static final String[] DOCUMENTATION_PAGE = {"/api/docs", "/api/swagger-ui/**"};
    private static final String UNUSED =
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(),"
                    + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(),"
                    + " serial=(), usb=()";

    /** The page that shows the API's documentation. */
    @Bean
    @Order(1)
    SecurityFilterChain documentation(HttpSecurity http) {
        return http.securityMatcher(DOCUMENTATION_PAGE)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        common(headers)
                                .contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'self'; style-src 'self' 'unsafe-inline';"
                                                        + " img-src 'self' data:; object-src 'none';"
                                                        + " base-uri 'none'; form-action 'self';"
                                                        + " frame-ancestors 'none'")))
                .build();
    }

    /** A token is never sent by a browser unasked, so nothing can be forged. */
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            TokenAuthentication tokens,
            Refusing refusing,
            Rates rates,
            ProblemAnswer answer) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, PUBLIC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, VALIDATION)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.authenticationManagerResolver(tokens)
                                .authenticationEntryPoint(refusing))
                .addFilterAfter(new CallLimit(rates, answer), AuthorizationFilter.class)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        common(headers)
                                .cacheControl(Customizer.withDefaults())
                                .contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain page(HttpSecurity http, EmbedSettings embed) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        common(headers).addHeaderWriter(new ContentPolicy(embed.origins())))
                .build();
    }

    /**
     * Each kind of page says itself who may frame it. The rest is Spring Security's own. Headers
     * are written at once: when Vaadin has answered, it is too late.
     */
    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.withObjectPostProcessor(EAGERLY)
                .frameOptions(FrameOptionsConfig::disable)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(UNUSED))
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                                HttpServletRequest::isSecure,
                                new StaticHeadersWriter(
                                        "Cross-Origin-Opener-Policy", "same-origin")));
    }
}

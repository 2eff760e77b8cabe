package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.account.ErrorBody;
import dev.spirallab.owner.OwnerId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface: the page {@code /api/docs} and, for programs, OpenAPI. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";

    OpenApiConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, OwnerId.class);
    }

    @Bean
    OpenAPI description(ErrorExamples errors) {
        return new OpenAPI()
                .info(info())
                .addServersItem(new Server().url("/"))
                .components(components(errors))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addTagsItem(
                        tag("documents", "What an experiment may be, and whether one is sound"))
                .addTagsItem(tag("files", "Files of one's own to learn from"))
                .addTagsItem(tag("experiments", "One's own experiments"))
                .addTagsItem(tag("versions", "States of them to come back to"))
                .addTagsItem(tag("runs", "Training them"))
                .addTagsItem(tag("links", "Links that one has made"))
                .addTagsItem(tag("shared", "What links lead to; they need no token"))
                .addTagsItem(tag("me", "All that belongs to the token's owner"));
    }

    private static Info info() {
        return new Info()
                .title("Spiral Lab")
                .version("1")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                .description(
                        """
                        The same services as the page's. Make a token on the page and send it as \
                        `Authorization: Bearer sl_...`.

                        Errors are `application/problem+json` (RFC 9457) in the language of \
                        `Accept-Language` (English or Chinese). Each problem has a stable `code`, \
                        its place in what was sent, and often a `fix`. What is somebody else's is \
                        answered for as if it were not there.
                        """);
    }

    private static Components components(ErrorExamples errors) {
        Components components = new Components();
        components.addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token made on the page, under “My work”."));
        errors.responses().forEach(components::addResponses);
        return components;
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    /** No operation returns it, so it would not be described. */
    @Bean
    OpenApiCustomizer errorBody() {
        return api ->
                ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(new AnnotatedType(ErrorBody.class))
                        .referencedSchemas
                        .forEach(api.getComponents()::addSchemas);
    }
}

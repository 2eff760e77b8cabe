package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.FakeEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and what protects everybody, with made-up pages behind them. */
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinApplicationConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig",
            "com.vaadin.flow.spring.VaadinServletConfiguration"
        })
@ComponentScan({
    "dev.spirallab.account",
    "dev.spirallab.experiment",
    "dev.spirallab.i18n",
    "dev.spirallab.run",
    "dev.spirallab.validation"
})
@Import(Stored.class)
class AccountServer {
    @Bean
    FakeEngine engine() {
        return new FakeEngine();
    }

    @RestController
    @TestComponent
    static class Pages {
        private final Owners owners;

        Pages(Owners owners) {
            this.owners = owners;
        }

        @GetMapping("/")
        String page(HttpServletRequest request) {
            request.getSession();
            return owners.of(request).toString();
        }

        @PostMapping("/message")
        int message(@RequestBody byte[] body) {
            return body.length;
        }

        @PostMapping("/recover")
        String recover(
                HttpServletRequest request,
                HttpServletResponse response,
                @RequestParam String code,
                @RequestParam boolean bringing) {
            return owners.recover(request, response, code, bringing).getClass().getSimpleName();
        }

        @PostMapping("/forget")
        void forget(HttpServletRequest request, HttpServletResponse response) {
            owners.forget(request, response);
        }

        @GetMapping("/api/v1/me")
        String me(Caller caller, OwnerId owner) {
            return owner + " at " + caller.address();
        }

        @PostMapping("/api/v1/message")
        int call(@RequestBody byte[] body) {
            return body.length;
        }
    }
}

package dev.spirallab.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives browsers their cookie when they ask for a page, and at no other request. */
@Component
class OwnerFilter extends OncePerRequestFilter {
    private static final Pattern NO_PAGE =
            Pattern.compile("^/(api|stream|actuator|VAADIN)/|\\.\\w+$");
    private final Owners owners;

    OwnerFilter(Owners owners) {
        this.owners = owners;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !"GET".equals(request.getMethod())
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML_VALUE)
                || NO_PAGE.matcher(request.getServletPath()).find();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        owners.welcome(request, response);
        chain.doFilter(request, response);
    }
}

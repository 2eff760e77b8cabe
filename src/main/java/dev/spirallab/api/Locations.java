package dev.spirallab.api;

import java.net.URI;
import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of things on this server, as whoever asks reaches it. */
final class Locations {
    private Locations() {}

    static URI experiment(Object id) {
        return of("/api/v1/experiments/{id}", id);
    }

    static URI file(String sha256) {
        return of("/api/v1/files/{sha256}/sketch", sha256);
    }

    static URI run(String id) {
        return of("/api/v1/runs/{id}", id);
    }

    static URI sweep(UUID id) {
        return of("/api/v1/sweeps/{id}", id);
    }

    /** The page that shows what a link leads to. */
    static URI shared(String token) {
        return of("/x/{token}", token);
    }

    private static URI of(String path, Object id) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build(id);
    }
}

package org.depesche.delivery.websub;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.AbsoluteUrls;

/** Where the hub of the feeds is. */
@ApplicationScoped
public class WebSubHub {

    static final String PATH = "/websub";

    private final WebSubConfig config;
    private final AbsoluteUrls urls;

    WebSubHub(WebSubConfig config, AbsoluteUrls urls) {
        this.config = config;
        this.urls = urls;
    }

    /** The address of the hub. Empty while the configuration has it off. */
    public Optional<URI> address() {
        return config.enabled() ? Optional.of(urls.of(PATH)) : Optional.empty();
    }
}

package org.depesche.content.article.url;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

/** The endpoint that resolves a URL of a site, for the catch-all route of a front end. */
@Path("/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
@CollectsErrors
class ResolveResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<String> URL = QueryParameter.text("url", WebUrl.MAX_LENGTH)
            .describe("An address or a path, percent-encoded as a parameter.", "/politik/erfolgreiches-zweites-treffen")
            .required();

    private final UrlResolver resolver;

    ResolveResource(UrlResolver resolver) {
        this.resolver = resolver;
    }

    @GET
    @PermitAll
    @Fresh(Freshness.TAXONOMY)
    @Operation(
            operationId = "resolveAddress",
            summary = "Find what stands at an address",
            description = "For a front end's catch-all route: any present or former address, absolute or path alone.")
    @APIResponse(
            responseCode = "200",
            description = "What stands there",
            content = @Content(schema = @Schema(implementation = Resolution.class)))
    public Resolution resolve(
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String url) {
        return resolver.resolve(site, url);
    }

    /** The result of the resolution of a URL. */
    @Schema(name = "Resolution", description = "What stands at an address.")
    public record Resolution(
            @Schema(
                    implementation = Kind.class,
                    required = true,
                    description = "`article`, `category`, `tag`, `author` or `collection`; more may come.",
                    examples = "article") Kind kind,
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug,
            @Schema(
                    description = "The present address; absent while the site has none.",
                    examples = "https://www.example.org/politik/erfolgreiches-zweites-treffen") @Nullable URI url,
            @Schema(
                    description = "The part of the address below that of the site; absent for what is gone.",
                    examples = "/politik/erfolgreiches-zweites-treffen") @Nullable String path,
            @Schema(
                    implementation = Status.class,
                    required = true,
                    description = "`current`, `moved` or `gone`.",
                    examples = "current") Status status,
            @Schema(description = "The status to redirect with, when moved.", examples = "301") @Nullable Integer redirect) {

        /** @param path the part of the URL below the site's URL */
        record Address(Optional<URI> url, String path) {
        }

        static Resolution found(Kind kind, UUID id, String slug, Address address, boolean isCurrent) {
            return new Resolution(kind, id, slug, address.url().orElse(null), address.path(),
                    isCurrent ? Status.CURRENT : Status.MOVED, isCurrent ? null : 301);
        }

        /** Returns the resolution of a URL whose article was withdrawn, or whose subject was deleted. */
        static Resolution gone(Kind kind, UUID id, String slug) {
            return new Resolution(kind, id, slug, null, null, Status.GONE, null);
        }

        /** Returns the same resolution for a former URL. */
        Resolution moved() {
            return status == Status.GONE ? this : new Resolution(kind, id, slug, url, path, Status.MOVED, 301);
        }

        /** The kind of page at an address. */
        public enum Kind {
            ARTICLE,
            CATEGORY,
            TAG,
            AUTHOR,
            COLLECTION;

            /** Returns the name in the API. */
            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** Whether the address is the present one. */
        public enum Status {
            CURRENT,
            MOVED,
            GONE;

            /** Returns the name in the API. */
            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}

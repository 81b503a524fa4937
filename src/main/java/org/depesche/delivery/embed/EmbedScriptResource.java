package org.depesche.delivery.embed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The script at its stable address. */
@Path("/embed.js")
@Produces("*/*")
@PermitAll
class EmbedScriptResource {

    private static final String JAVASCRIPT = "text/javascript;charset=utf-8";

    private final EmbedScripts scripts;

    EmbedScriptResource(EmbedScripts scripts) {
        this.scripts = scripts;
    }

    @GET
    @Fresh(Freshness.STATIC_PAGE)
    @Operation(hidden = true)
    public RestResponse<byte[]> current() {
        return answer(scripts.current());
    }

    /** The headers let pages of any origin load the script and measure its loading. */
    static RestResponse<byte[]> answer(byte[] script) {
        return ResponseBuilder.ok(script, JAVASCRIPT).header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Timing-Allow-Origin", "*").build();
    }
}

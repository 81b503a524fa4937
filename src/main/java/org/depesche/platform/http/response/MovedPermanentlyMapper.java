package org.depesche.platform.http.response;

import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.RouteGroup;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.vertx.core.http.HttpServerRequest;

/** Maps {@link MovedPermanently} to its response. */
class MovedPermanentlyMapper {

    private static final int MAX_AGE_SECONDS = 300;

    private final AbsoluteUrls urls;

    MovedPermanentlyMapper(AbsoluteUrls urls) {
        this.urls = urls;
    }

    @ServerExceptionMapper
    public Response map(MovedPermanently moved, HttpServerRequest request) {
        var area = RouteGroup.of(request.path());
        var query = AbsoluteUrls.parametersWithout(request.query(), MinSequenceFilter.PARAMETER).stream()
                .filter(pair -> !area.ignoresParameter(AbsoluteUrls.parameterName(pair))).collect(Collectors.joining("&"));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, moved.location(urls, query).toString())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE_SECONDS).build();
    }
}

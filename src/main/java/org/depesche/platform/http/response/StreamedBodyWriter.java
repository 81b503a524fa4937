package org.depesche.platform.http.response;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import io.vertx.ext.web.RoutingContext;

/** Starts a {@link StreamedBody}, and keeps the request open until its response has ended or its client is gone. */
@Provider
class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return StreamedBody.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return StreamedBody.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext context) {
        var request = (ResteasyReactiveRequestContext) context;
        var exchange = request.unwrap(RoutingContext.class);
        request.suspend();
        exchange.addEndHandler(ended -> request.resume());
        exchange.response().setChunked(true);
        if (request.getMethod().equals("HEAD")) {
            exchange.response().end();
        } else {
            body.start(exchange);
        }
    }

    @Override
    public void writeTo(StreamedBody body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new IllegalStateException("A streamed body has no blocking writer");
    }
}

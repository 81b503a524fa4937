package org.depesche.delivery.feed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.feed.format.FeedFormat;
import org.depesche.delivery.feed.format.FeedWriter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.arc.All;

/** Writes a feed in the format that the path names. */
@ApplicationScoped
class FeedResponses {

    private final Map<FeedFormat, FeedWriter> writers = new EnumMap<>(FeedFormat.class);

    FeedResponses(@All List<FeedWriter> writers) {
        writers.forEach(writer -> this.writers.put(writer.format(), writer));
    }

    RestResponse<byte[]> of(FeedFormat format, FeedResult result) {
        var writer = writers.get(format);
        return ResponseBuilder.<byte[]> create(result.isPresent() ? 200 : 410).entity(writer.write(result.feed()))
                .type(format.mediaType() + ";charset=utf-8").build();
    }
}

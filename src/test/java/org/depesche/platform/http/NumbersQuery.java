package org.depesche.platform.http;

import java.util.List;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

record NumbersQuery(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total, @RestQuery @Nullable String from, @RestQuery @Nullable String id,
        @RestQuery @Nullable String view, @RestQuery List<String> multipleOf) {
}

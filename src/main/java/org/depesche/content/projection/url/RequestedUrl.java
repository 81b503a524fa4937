package org.depesche.content.projection.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A URL or a path in one spelling, to compare it with others.
 *
 * @param host empty for a path alone
 * @param path without a slash at its end, {@code /} for the root
 * @param parameters the parameters of the query, as they are written
 */
public record RequestedUrl(Optional<String> host, String path, List<String> parameters) {

    public RequestedUrl {
        parameters = List.copyOf(parameters);
    }

    /** Reads a URL or a path. A fragment is ignored. */
    public static RequestedUrl of(String url) {
        var normalized = UrlNormalizer.normalized(url);
        var query = normalized.indexOf('?');
        var path = query < 0 ? normalized : normalized.substring(0, query);
        return new RequestedUrl(UrlNormalizer.host(url), withoutExtraSlashes(path),
                query < 0 ? List.of() : parameters(normalized.substring(query + 1)));
    }

    private static String withoutExtraSlashes(String path) {
        var single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static List<String> parameters(String query) {
        var parameters = new ArrayList<String>();
        for (var parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    /** Returns the rest of the URL below a base URL, whatever the hosts. Empty if the path is not below it. */
    public Optional<RequestedUrl> below(String base) {
        var root = of(base).path();
        if (root.equals("/")) {
            return Optional.of(this);
        }
        if (path.equals(root)) {
            return Optional.of(new RequestedUrl(host, "/", parameters));
        }
        return path.startsWith(root + "/") ? Optional.of(new RequestedUrl(host, path.substring(root.length()), parameters))
                : Optional.empty();
    }

    /**
     * Returns whether this request is for that URL. A path is on any host. Parameters that the URL does not have are ignored,
     * because campaigns append their own.
     */
    public boolean isFor(RequestedUrl url) {
        return path.equals(url.path) && parameters.containsAll(url.parameters)
                && (host.isEmpty() || url.host.isEmpty() || host.equals(url.host));
    }
}

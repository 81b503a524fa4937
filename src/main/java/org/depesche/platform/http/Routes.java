package org.depesche.platform.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.problem.RequestBodyMediaTypes;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jspecify.annotations.Nullable;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;

/**
 * Looks up the methods and media types of a path in the framework's routing table. The framework itself answers OPTIONS
 * with the methods of a whole class, and sends 405 without {@code Allow}.
 */
@ApplicationScoped
public class Routes implements RequestBodyMediaTypes {

    private volatile @Nullable RequestMapper<InitialMatch> classTable;
    /** The tidied templates by the texts of the framework. Every request looks one up, also for a cached response. */
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    /** Returns the methods of a path, including HEAD and OPTIONS. Empty if the path has no endpoint. */
    public SortedSet<String> methods(String path) {
        var methods = new TreeSet<String>();
        match(path).ifPresent(match -> match.keySet().forEach(methods::add));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** Returns whether GET chooses among several media types by Accept. */
    public boolean isNegotiated(String path) {
        // The table has no media types if several methods share the path, one method for each type.
        return match(path).map(match -> match.get("GET"))
                .filter(get -> get.getProduces() == null || get.getProduces().getSortedOriginalMediaTypes().length > 1)
                .isPresent();
    }

    /** Returns the template of a path, such as {@code /v1/articles/{ref}}. Empty if the path has no endpoint. */
    public Optional<String> template(String path) {
        var classes = classTable();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            var prefix = match.template.template;
            var template = handlers(match.value).flatMap(handler -> handler.getMappers().values().stream())
                    .map(mapper -> mapper.map(remaining)).filter(Objects::nonNull)
                    .map(resource -> templates.computeIfAbsent(prefix + "/" + resource.template.template, Routes::tidy))
                    .findFirst();
            if (template.isPresent()) {
                return template;
            }
        }
        return Optional.empty();
    }

    /** Removes doubled slashes, a slash at the end, and the patterns of variables. */
    private static String tidy(String joined) {
        var template = joined.replaceAll("/{2,}", "/").replaceAll(":[^}/]*}", "}");
        return template.length() > 1 && template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
    }

    /** Returns the Java method that answers a request. Empty if several do, one for each media type. */
    public Optional<Method> endpoint(String method, String path) {
        return match(path).map(found -> found.get(method)).map(RuntimeResource::getLazyMethod)
                .map(ResteasyReactiveResourceInfo::getMethod);
    }

    @Override
    public List<String> of(String method, String path) {
        return match(path).map(found -> found.get(method)).map(RuntimeResource::getConsumes)
                .map(types -> types.stream().filter(type -> !type.isWildcardType()).map(MediaType::toString).toList())
                .orElse(List.of());
    }

    private Optional<Map<String, RuntimeResource>> match(String path) {
        var resources = new HashMap<String, RuntimeResource>();
        var classes = classTable();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            handlers(match.value).forEach(handler -> handler.getMappers().forEach((method, mapper) -> {
                var resource = method == null ? null : mapper.map(remaining);
                if (resource != null) {
                    resources.putIfAbsent(method, resource.value);
                }
            }));
        }
        return resources.isEmpty() ? Optional.empty() : Optional.of(resources);
    }

    private static Stream<ClassRoutingHandler> handlers(InitialMatch match) {
        return Arrays.stream(match.handlers).filter(ClassRoutingHandler.class::isInstance).map(ClassRoutingHandler.class::cast);
    }

    /** Built on first use: the framework's table is complete only after the start. */
    private RequestMapper<InitialMatch> classTable() {
        var table = classTable;
        if (table == null) {
            table = new RequestMapper<>(new ArrayList<>(ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()));
            classTable = table;
        }
        return table;
    }
}

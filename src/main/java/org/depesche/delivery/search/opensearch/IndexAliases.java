package org.depesche.delivery.search.opensearch;

import java.util.ArrayList;
import java.util.List;

import org.depesche.delivery.search.opensearch.client.ClusterClient;

/** All indexes of one content base: the one that the alias names, and what else lies about. */
final class IndexAliases {

    private final ClusterClient cluster;
    private final String alias;

    IndexAliases(ClusterClient cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    /** In one step: at no moment the alias names none, or two. */
    void switchTo(String name) {
        var actions = cluster.object();
        var steps = actions.putArray("actions");
        indexNames(true).forEach(former -> steps.addObject().putObject("remove").put("index", former).put("alias", alias));
        steps.addObject().putObject("add").put("index", name).put("alias", alias);
        cluster.write("POST", "/_aliases", actions);
    }

    /** Drops all but the one that the alias names. */
    void dropOthers() {
        indexNames(false).forEach(other -> cluster.write("DELETE", "/" + other, null));
    }

    private List<String> indexNames(boolean isPresent) {
        var names = new ArrayList<String>();
        cluster.read("GET", "/" + alias + "-*/_alias", null).properties().forEach(index -> {
            if (index.getValue().path("aliases").has(alias) == isPresent) {
                names.add(index.getKey());
            }
        });
        return names;
    }
}

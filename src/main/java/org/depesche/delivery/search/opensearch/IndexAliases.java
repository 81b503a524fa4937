package org.depesche.delivery.search.opensearch;

import java.util.ArrayList;
import java.util.List;

import org.depesche.delivery.search.opensearch.client.ClusterClient;

/** The indexes of one content base. An alias names the current one. */
final class IndexAliases {

    private final ClusterClient cluster;
    private final String alias;

    IndexAliases(ClusterClient cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    /** Moves the alias to another index in one atomic request, so that the alias always names exactly one index. */
    void switchTo(String name) {
        var actions = cluster.object();
        var steps = actions.putArray("actions");
        indexNames(true).forEach(previous -> steps.addObject().putObject("remove").put("index", previous).put("alias", alias));
        steps.addObject().putObject("add").put("index", name).put("alias", alias);
        cluster.write("POST", "/_aliases", actions);
    }

    /** Deletes all indexes except the current one. */
    void dropOthers() {
        indexNames(false).forEach(other -> cluster.write("DELETE", "/" + other, null));
    }

    private List<String> indexNames(boolean isCurrent) {
        var names = new ArrayList<String>();
        cluster.read("GET", "/" + alias + "-*/_alias", null).properties().forEach(index -> {
            if (index.getValue().path("aliases").has(alias) == isCurrent) {
                names.add(index.getKey());
            }
        });
        return names;
    }
}

package org.depesche.delivery.search.opensearch;

import java.util.ArrayList;
import java.util.List;

/** All indexes of one content base: the one that the alias names, and what else lies about. */
final class Indexes {

    private final Cluster cluster;
    private final String alias;

    Indexes(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    /** In one step: at no moment the alias names none, or two. */
    void replaceBy(String name) {
        var actions = cluster.object();
        var steps = actions.putArray("actions");
        named(true).forEach(former -> steps.addObject().putObject("remove").put("index", former).put("alias", alias));
        steps.addObject().putObject("add").put("index", name).put("alias", alias);
        cluster.change("POST", "/_aliases", actions);
    }

    /** Drops all but the one that the alias names. */
    void dropOthers() {
        named(false).forEach(other -> cluster.change("DELETE", "/" + other, null));
    }

    private List<String> named(boolean isPresent) {
        var names = new ArrayList<String>();
        cluster.ask("GET", "/" + alias + "-*/_alias", null).properties().forEach(index -> {
            if (index.getValue().path("aliases").has(alias) == isPresent) {
                names.add(index.getKey());
            }
        });
        return names;
    }
}

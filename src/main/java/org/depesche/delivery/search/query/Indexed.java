package org.depesche.delivery.search.query;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.Found.Wording;

/** An article as the index has it. */
public record Indexed(UUID id, Wording wording, Set<ListKey> lists, Instant publishedAt, Sketch sketch) {

    public Indexed {
        lists = Set.copyOf(lists);
    }

    Set<ListKey> lists(UUID site, ListKind kind) {
        return lists.stream().filter(list -> list.site().equals(site) && list.kind() == kind).collect(Collectors.toSet());
    }
}

package org.depesche.content.article.rendered;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** The articles that wait to be rendered, each once, up to a maximum number. */
final class RenderingQueue {

    private final int maxWaiting;
    private final LinkedHashSet<Rendering> waiting = new LinkedHashSet<>();
    private int taken;

    RenderingQueue(int maxWaiting) {
        this.maxWaiting = maxWaiting;
    }

    /** An article, to be rendered for a site. */
    record Rendering(UUID site, UUID article) {
    }

    /** Returns whether the article was added: it neither waits already, nor is the queue full. */
    synchronized boolean add(UUID site, UUID article) {
        return waiting.size() < maxWaiting && waiting.add(new Rendering(site, article));
    }

    /** Takes those that have waited longest. The caller calls {@link #finish} when they are rendered. */
    synchronized List<Rendering> take(int limit) {
        var next = new ArrayList<>(waiting.stream().limit(limit).toList());
        next.forEach(waiting::remove);
        taken = next.size();
        return next;
    }

    synchronized void finish() {
        taken = 0;
    }

    /** Returns the number of articles that wait or are in work. */
    synchronized int size() {
        return waiting.size() + taken;
    }
}

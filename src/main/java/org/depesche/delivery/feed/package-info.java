/**
 * Feeds of the public articles for readers and partner sites. The endpoints choose the articles by the filters of the article
 * list, and {@link org.depesche.delivery.feed.format} writes them. A feed is a function of committed data: it never asks the
 * clock. This room reads public content only.
 */
@NullMarked
package org.depesche.delivery.feed;

import org.jspecify.annotations.NullMarked;

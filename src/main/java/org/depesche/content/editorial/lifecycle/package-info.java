/**
 * Publishes, unpublishes, withdraws and erases articles. {@link org.depesche.content.editorial.lifecycle.ArticleLifeCycle}
 * does it at once or by schedule, {@link org.depesche.content.editorial.lifecycle.ScheduleWorker} when it is due,
 * {@link org.depesche.content.editorial.lifecycle.ArticleErasure} for ever. Only
 * {@link org.depesche.content.publication.ArticlePublisher} changes what is public; this room never writes its tables.
 */
@NullMarked
package org.depesche.content.editorial.lifecycle;

import org.jspecify.annotations.NullMarked;

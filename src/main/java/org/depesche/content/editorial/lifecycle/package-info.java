/**
 * Publishes, unpublishes, withdraws and erases articles. {@link org.depesche.content.editorial.lifecycle.ArticleLifeCycle}
 * does it at once or schedules it, {@link org.depesche.content.editorial.lifecycle.ScheduleWorker} executes due actions, and
 * {@link org.depesche.content.editorial.lifecycle.ArticleErasure} erases articles. Only
 * {@link org.depesche.content.publication.ArticlePublisher} changes what is public; this room never writes its tables.
 */
@NullMarked
package org.depesche.content.editorial.lifecycle;

import org.jspecify.annotations.NullMarked;

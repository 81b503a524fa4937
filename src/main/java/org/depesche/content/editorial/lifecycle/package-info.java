/**
 * Publishes, unpublishes, withdraws and erases articles. {@link org.depesche.content.editorial.lifecycle.ArticleLifeCycle}
 * executes such an action at once or schedules it,
 * {@link org.depesche.content.editorial.lifecycle.ScheduleWorker} executes due actions, and
 * {@link org.depesche.content.editorial.lifecycle.ArticleErasure} erases articles. Only
 * {@link org.depesche.content.publication.ArticlePublisher} changes public articles; this package never writes their tables.
 */
@NullMarked
package org.depesche.content.editorial.lifecycle;

import org.jspecify.annotations.NullMarked;

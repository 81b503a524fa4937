/** The editorial API: reads, lists, creates, saves and deletes articles. */
@NullMarked
package org.depesche.content.editorial.desk;

import org.jspecify.annotations.NullMarked;

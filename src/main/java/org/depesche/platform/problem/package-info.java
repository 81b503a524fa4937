/**
 * What can go wrong, in the words of RFC 9457. Doors: {@link org.depesche.platform.problem.Problem} to throw,
 * {@link org.depesche.platform.problem.ProblemType} to read. Knows no news and no other room.
 */
@NullMarked
package org.depesche.platform.problem;

import org.jspecify.annotations.NullMarked;

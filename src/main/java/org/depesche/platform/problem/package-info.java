/**
 * Failures in the terms of RFC 9457. Public API: {@link org.depesche.platform.problem.Problem} to throw, {@link
 * org.depesche.platform.problem.ProblemType} to read. Contains no knowledge of news content and depends on no other
 * package.
 */
@NullMarked
package org.depesche.platform.problem;

import org.jspecify.annotations.NullMarked;

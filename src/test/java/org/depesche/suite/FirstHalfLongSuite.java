package org.depesche.suite;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The first half of the long tests. */
@Suite
@SelectPackages(Halves.ALL)
@IncludeClassNamePatterns(Halves.FIRST_LONG)
class FirstHalfLongSuite {
}

package org.depesche.suite;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The second half of the long tests. */
@Suite
@SelectPackages(Halves.ALL)
@IncludeClassNamePatterns(Halves.LONG)
@ExcludeClassNamePatterns(Halves.FIRST_LONG)
class SecondHalfLongSuite {
}

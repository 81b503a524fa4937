package org.depesche.suite;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The first half of the tests that run with every build. */
@Suite
@SelectPackages(Halves.ALL)
@IncludeClassNamePatterns(Halves.FIRST_SHORT)
@ExcludeClassNamePatterns(Halves.LONG)
class FirstHalfSuite {
}

/** What tests share: the database they run on, the packaged service as a process. */
@NullMarked
package org.depesche.testkit;

import org.jspecify.annotations.NullMarked;

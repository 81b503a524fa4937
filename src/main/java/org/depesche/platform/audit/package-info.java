/**
 * The audit log. Use cases record their actions with {@link org.depesche.platform.audit.AuditLog}. Admins read the
 * entries, and old entries are deleted.
 */
@NullMarked
package org.depesche.platform.audit;

import org.jspecify.annotations.NullMarked;

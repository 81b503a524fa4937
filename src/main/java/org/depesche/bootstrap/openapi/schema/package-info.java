/**
 * The rules that complete the schemas of the OpenAPI document: inheritance by {@code allOf}, open enums, merge patches, types
 * of time. {@link org.depesche.bootstrap.openapi.schema.Operations} and
 * {@link org.depesche.bootstrap.openapi.schema.NestedSchemas} find the operations and the schemas that a rule is about. A rule
 * never renames a schema, since generated types have its name.
 */
@NullMarked
package org.depesche.bootstrap.openapi.schema;

import org.jspecify.annotations.NullMarked;

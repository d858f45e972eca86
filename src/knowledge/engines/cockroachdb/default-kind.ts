import type { DefaultKind } from '#model/engine.ts';
import { defaultKind as asPostgresql } from '../postgresql/default-kind.ts';

/** Another value for each row, by names that only CockroachDB has. */
const ownVolatile = /\b(?:unique_rowid|unordered_unique_rowid|uuid_v4|ulid|cluster_logical_timestamp)\s*\(/i;

/** Whether a default gives one value for all rows or one for each. */
export const defaultKind = (expression: string): DefaultKind =>
  ownVolatile.test(expression.replace(/'(?:[^']|'')*'/g, "''"))
    ? 'volatile'
    : asPostgresql(expression.replace(/::\s*string\b/gi, '::text'));

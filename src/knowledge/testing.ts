import { bindEngine, engineLike } from '#model/engine.ts';
import type { Engine } from '#model/engine.ts';
import type { Capabilities } from '#model/capability.ts';
import { always } from '#model/capability.ts';
import type { ChangeContext } from '#model/change.ts';
import { notGiven } from '#model/given.ts';
import { measured } from '#model/source.ts';
import { generic } from './engines/generic/index.ts';

const everything = Object.fromEntries(
  Object.keys(generic.can).map((name) => [name, always(measured('invented', 'all'))]),
) as unknown as Capabilities;

/** An engine of no product that can everything and says in words what it does. */
export const ableEngine: Engine = engineLike(generic, {
  id: 'able',
  name: 'Able',
  can: everything,
  defaultKind: (expression) => (expression.includes('(') ? 'volatile' : 'constant'),
  typeChange: (from, to) => ({
    work: from === to || to === 'text' ? 'catalog' : 'rewrite',
    indexes: 'kept',
    widens: from === to || to === 'text' || to === 'bigint',
    source: measured('invented', 'all'),
  }),
});

/** What a change is asked with. Nothing is answered but what the test says. */
export const contextWith = (
  fields: Readonly<Record<string, string>> = {},
  rest: Partial<Omit<ChangeContext, 'engine' | 'fields'>> & { readonly engine?: Engine } = {},
): ChangeContext => {
  const { engine = ableEngine, ...others } = rest;
  const said = (field: string) => (fields[field] ?? '').trim();
  return {
    engine: bindEngine(engine, {
      version: '7',
      hosting: notGiven,
      replicas: notGiven,
      transactionPooler: false,
      logicalReplication: false,
    }),
    fields,
    name: (field) => said(field) || `<${field}>`,
    names: (field) =>
      said(field)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    answered: (field) => said(field) !== '',
    scale: (name) => ({
      name,
      rows: notGiven,
      gigabytes: notGiven,
      writesPerSecond: notGiven,
      readsPerSecond: notGiven,
      key: notGiven,
    }),
    stack: { names: [], remembersColumns: false, ignoreColumn: notGiven, overlap: notGiven, hasFlags: notGiven },
    mayBlock: () => false,
    downtime: notGiven,
    risk: notGiven,
    ...others,
  };
};

/** A stack whose processes remember the columns of a table. */
export const rememberingStack: ChangeContext['stack'] = {
  names: ['Invented'],
  remembersColumns: true,
  ignoreColumn: (table, column) => `ignore ${table}.${column}`,
  overlap: true,
  hasFlags: true,
};

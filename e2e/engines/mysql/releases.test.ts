import { expect, it } from 'vitest';
import { measuredReleases as mariadb } from '#knowledge/engines/mariadb/versions.ts';
import { measuredReleases as mysql } from '#knowledge/engines/mysql/versions.ts';
import { releases } from './releases.ts';

it.each([
  ['mysql', mysql],
  ['mariadb', mariadb],
])('asks for %s the releases that a runbook calls measured', (engine, measured) => {
  const asked = releases.filter((release) => release.engine === engine).map(({ id }) => id);
  expect(asked.toSorted()).toEqual(measured.toSorted());
});

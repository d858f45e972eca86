import { describe, expect, it } from 'vitest';
import { answersSchema } from '#model/answers.ts';
import {
  besideOptions,
  engineOptions,
  hostingAsked,
  notAsked,
  settledBy,
  versionAsked,
  versionOptions,
} from './engine-questions.ts';
import type { EngineOffer } from './wizard-world.ts';

const places = (...ids: string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }));

const server: EngineOffer = {
  id: 'server',
  name: 'Server',
  versions: [
    { id: '2', name: 'Server 2' },
    { id: '1', name: 'Server 1', ended: true },
  ],
  hostings: places('here', 'there'),
};
const service: EngineOffer = {
  id: 'service',
  name: 'Service',
  versions: [],
  hostings: places('cloud'),
  family: 'Services',
  beside: { 'multi-region': 'Global tables', cdc: 'Streams' },
};
const oneVersion: EngineOffer = { ...service, id: 'one', versions: [{ id: '7', name: 'Seven' }] };
const others: EngineOffer = {
  id: 'others',
  name: 'Other',
  versions: [],
  hostings: places('other'),
  typed: { version: 'With its name' },
};

const database = (answers: object) => answersSchema.parse({ database: answers });
const ids = (options: readonly { readonly id: string }[]) => options.map(({ id }) => id);

describe('engines to choose from', () => {
  it('stand in one row while none names a family', () => {
    expect(engineOptions([server, others]).map(({ group }) => group)).toEqual([undefined, undefined]);
  });

  it('stand under headings, and last what stands for all others', () => {
    expect(engineOptions([others, server, service]).map(({ id, group }) => [id, group])).toEqual([
      ['server', 'Most used'],
      ['service', 'Services'],
      ['others', undefined],
    ]);
  });
});

describe('the version', () => {
  it('is chosen from a list, typed for what is not listed, and not asked of a service that has one', () => {
    expect(versionAsked(server, '')).toBe('list');
    expect(versionAsked(others, '')).toBe('text');
    expect(versionAsked(service, '')).toBe('not');
    expect(versionAsked(oneVersion, '7')).toBe('not');
  });

  it('stays in view when it was answered for another engine', () => {
    expect(versionAsked(service, '16')).toBe('text');
    expect(versionAsked(oneVersion, '16')).toBe('list');
    expect(versionOptions(server, '16').map(({ label }) => label)).toEqual([
      'Server 2',
      'Server 1 (support has ended)',
      '16 (not known for Server)',
      'Not sure',
    ]);
    expect(ids(versionOptions(server, '2'))).toEqual(['2', '1', 'not-sure']);
    expect(ids(versionOptions(server, 'not-sure'))).toEqual(['2', '1', 'not-sure']);
  });
});

it('answers with the engine what leaves no choice', () => {
  expect(settledBy(server)).toEqual({});
  expect(settledBy(service)).toEqual({ hosting: 'cloud' });
  expect(settledBy(oneVersion)).toEqual({ version: '7', hosting: 'cloud' });
  expect(settledBy(others)).toEqual({});
});

it('asks for a place where there are several, or where the one answered is not known', () => {
  expect(hostingAsked(server, '')).toBe(true);
  expect(hostingAsked(service, 'cloud')).toBe(false);
  expect(hostingAsked(service, 'there')).toBe(true);
});

describe('what stands beside the engine', () => {
  it('is anything where the engine says nothing', () => {
    expect(ids(besideOptions(server, []))).toEqual(ids(besideOptions(undefined, [])));
    expect(ids(besideOptions(server, []))).toContain('pooler');
  });

  it('is called what the engine calls it, and leaves out what it does not have', () => {
    expect(besideOptions(service, []).map(({ id, label }) => [id, label])).toEqual([
      ['multi-region', 'Global tables'],
      ['cdc', 'Streams'],
      ['not-sure', 'Not sure'],
    ]);
  });

  it('keeps in view what was ticked for another engine', () => {
    expect(ids(besideOptions(service, ['pooler']))).toContain('pooler');
  });
});

it('leaves out of the summary what is not asked, but nothing that was answered', () => {
  expect(notAsked(database({}), service)).toEqual([
    'version',
    'hosting',
    'replicaCount',
    'replicaUse',
    'poolerName',
    'poolerMode',
    'cdcName',
  ]);
  expect(notAsked(database({ topology: ['pooler'], replicaCount: '2' }), server)).toEqual(['replicaUse', 'cdcName']);
});

import { loadEngine } from '#knowledge/engines/index.ts';
import type { EngineChoice } from '#knowledge/engines/index.ts';
import type { Engine } from '#model/engine.ts';
import type { EngineRunner, OperationHeld, VersionHeld, Wish } from '../engine-result.ts';
import { type Reader, readerFor } from './read-all.ts';
import { readings } from './readings.ts';
import { type Said, saidOn, writtenIn } from './statements.ts';

const noServer = 'no server of it can be had from npm or Debian';

const wanted = ({ operation }: Said['operations'][number], wish: Wish): boolean =>
  operation.toLowerCase().includes((wish.operation ?? '').toLowerCase());

function operationHeld({ operation, outcomes }: Said['operations'][number], reader: Reader | undefined): OperationHeld {
  const problems = reader?.problemsOf(outcomes.flatMap(writtenIn)) ?? [];
  const able = outcomes.some(({ kind }) => kind === 'performed');
  const verdict = problems.length > 0 ? 'mismatch' : able ? 'documented' : 'cannot';
  return { operation, about: 'as every engine is asked', verdict, claim: '', problems };
}

function holdVersion(engine: Engine, version: string, reader: Reader | undefined, wish: Wish): VersionHeld {
  const said = saidOn(engine, version, { language: 'sql', ...readings[engine.id] });
  const operations = said.operations.filter((one) => wanted(one, wish));
  const further = wish.operationsOnly ? [] : said.further;
  const statements = [
    ...operations.flatMap(({ outcomes }) => outcomes.flatMap(writtenIn)),
    ...further.flatMap((one) => one.statements),
  ];
  return {
    engine: engine.name,
    version,
    server: { kind: 'absent', because: noServer },
    operations: operations.map((one) => operationHeld(one, reader)),
    further: further.flatMap(({ name, statements: own }) => {
      const problems = reader?.problemsOf(own) ?? [];
      return problems.length === 0 ? [] : [{ name, passed: false, detail: problems.join('\n    ') }];
    }),
    ...(reader === undefined ? {} : { parsed: { ...reader.count(statements), by: reader.name } }),
  };
}

/** Holds an engine without a server to its manual: each statement must be one that a grammar of its language reads, where there is such a grammar. */
export const documentedRunner = ({ id, name }: EngineChoice): EngineRunner => ({
  engine: name,
  hold: async (wish) => {
    const engine = await loadEngine(id);
    const reading = readings[id];
    const reader = reading && (await readerFor(id, reading));
    const chosen = engine.versions.filter((version) => wish.only?.includes(version.id) ?? true);
    const held = chosen.map((version) => holdVersion(engine, version.id, reader, wish));
    const whole = chosen.length === engine.versions.length && !wish.operationsOnly;
    return held.map((version, place) =>
      place === 0 && whole && reader ? { ...version, further: [...version.further, ...reader.proof()] } : version,
    );
  },
});

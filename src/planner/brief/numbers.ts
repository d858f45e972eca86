import type { Answers } from '#model/answers.ts';
import type { Contradiction, GivenThresholds } from '#model/brief.ts';
import type { Given } from '#model/given.ts';
import { mapGiven } from '#model/given.ts';
import { databasePage } from '#model/pages/database.ts';
import { riskPage } from '#model/pages/risk.ts';
import { scalePage } from '#model/pages/scale.ts';
import { stackPage } from '#model/pages/stack.ts';
import { readCount, readGigabytes, readMinutes, readSeconds } from '#model/quantity.ts';
import type { Read } from './read.ts';
import { readNumber } from './read.ts';

/** The numbers that stand once in the answers. */
export interface Numbers {
  readonly replicas: Given<number>;
  readonly databaseGigabytes: Given<number>;
  readonly deployMinutes: Given<number>;
  readonly freeDiskGigabytes: Given<number>;
  readonly thresholds: GivenThresholds;
  readonly contradictions: readonly Contradiction[];
}

const databaseNumber = (field: 'replicaCount' | 'databaseSize') => ({
  page: 'database',
  field,
  label: databasePage.questions[field].label,
});
const riskNumber = (field: 'latencyPercent' | 'latencyMinutes' | 'parityPercent' | 'errorFactor' | 'lagSeconds') => ({
  page: 'risk',
  field,
  label: riskPage.questions[field].label,
});

/** Reads the numbers that people typed. */
export function readNumbers({ database, stack, scale, risk }: Answers): Numbers {
  const replicas = readNumber(databaseNumber('replicaCount'), database.replicaCount, readCount, {
    above: 0,
    example: '2',
  });
  const size = readNumber(databaseNumber('databaseSize'), database.databaseSize, readGigabytes, {
    above: 0,
    example: '900 GB',
  });
  const deploy = readNumber(
    { page: 'stack', field: 'deployMinutes', label: stackPage.questions.deployMinutes.label },
    stack.deployMinutes,
    readMinutes,
    { example: '12' },
  );
  const disk = readNumber(
    { page: 'scale', field: 'freeDisk', label: scalePage.questions.freeDisk.label },
    scale.freeDisk,
    readGigabytes,
    {
      example: '200 GB',
    },
  );
  const percent = readNumber(riskNumber('latencyPercent'), risk.latencyPercent, readCount, {
    above: 0,
    most: 1000,
    example: '30',
  });
  const minutes = readNumber(riskNumber('latencyMinutes'), risk.latencyMinutes, readMinutes, {
    above: 0,
    example: '10',
  });
  const parity = readNumber(riskNumber('parityPercent'), risk.parityPercent, readCount, {
    above: 0,
    most: 100,
    example: '99.9',
  });
  const errors = readNumber(riskNumber('errorFactor'), risk.errorFactor, readCount, { above: 1, example: '2' });
  const lag = readNumber(riskNumber('lagSeconds'), risk.lagSeconds, readSeconds, { above: 0, example: '30' });
  const all: readonly Read<number>[] = [replicas, size, deploy, disk, percent, minutes, parity, errors, lag];
  return {
    replicas: replicas.value,
    databaseGigabytes: size.value,
    deployMinutes: deploy.value,
    freeDiskGigabytes: disk.value,
    thresholds: {
      writeLatency: mapGiven(percent.value, (value) => ({ percent: value, minutes: minutes.value })),
      parityPercent: parity.value,
      errorFactor: errors.value,
      lagSeconds: lag.value,
      other: risk.otherTriggers.trim(),
    },
    contradictions: all.flatMap(({ contradictions }) => contradictions),
  };
}

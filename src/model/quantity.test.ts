import { describe, expect, it } from 'vitest';
import { readCount, readGigabytes, readMinutes, readSeconds } from './quantity.ts';

const number = (value: number) => ({ kind: 'number', value });

it.each([
  ['48000000', 48e6],
  ['48M', 48e6],
  ['48 million', 48e6],
  ['48,000,000', 48e6],
  ['48 000 000', 48e6],
  ['48 000 000', 48e6],
  ['48.000.000', 48e6],
  ['48_000_000', 48e6],
  ['1.5k', 1500],
  ['1,5k', 1500],
  ['~ 48M rows', 48e6],
  ['350/s', 350],
  ['350 writes per second', 350],
  ['30 %', 30],
  ['99.9', 99.9],
  ['0', 0],
  ['-5', -5],
])('reads the count %s', (text, value) => expect(readCount(text)).toEqual(number(value)));

it.each(['', '   ', 'not-sure'])('takes %j for not given, never for zero', (text) => {
  expect(readCount(text)).toEqual({ kind: 'blank' });
});

it.each(['many', '10-12', '1,2,3', '48 quux', '1e9999', 'NaN', '12 34'])('does not guess what %s means', (text) => {
  expect(readCount(text)).toEqual({ kind: 'unreadable' });
});

describe('units', () => {
  it.each([
    ['31', 31],
    ['900 GB', 900],
    ['2 TB', 2048],
    ['512 MB', 0.5],
  ])('reads the size %s', (text, value) => expect(readGigabytes(text)).toEqual(number(value)));

  it.each([
    ['12', 12],
    ['12 min', 12],
    ['3 h', 180],
  ])('reads the minutes %s', (text, value) => expect(readMinutes(text)).toEqual(number(value)));

  it.each([
    ['30', 30],
    ['2 min', 120],
    ['500 ms', 0.5],
  ])('reads the seconds %s', (text, value) => expect(readSeconds(text)).toEqual(number(value)));
});

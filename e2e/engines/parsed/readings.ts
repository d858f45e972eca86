import type { Reading } from './grammar.ts';
import { javascript } from './javascript.ts';

/** How the statements of each engine are read that no server can be had for. An engine that is not here is held by its manual alone. */
export const readings: Readonly<Record<string, Reading>> = {
  mongodb: {
    grammar: javascript,
    planted: ['db.getCollection("t").find({', 'db..getCollection("t")', 'const a = ;'],
    language: 'javascript',
    typed: (name) => ({
      where: '{ a: { $lt: 0 } }',
      expression: '{ $add: ["$a", 1] }',
      ...(name === 'replaceRoutine' ? { definition: '{ viewOn: "t", pipeline: [] }' } : {}),
    }),
  },
};

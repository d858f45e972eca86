/**
 * The rooms of `src` and their doors, the one table that lint enforces.
 *
 * `rooms` and `packages` are what a room may import beside itself; `*` is everything. A pure room gives the same answer
 * for the same input: it knows no clock and draws no chance. Tests may import any room and any package.
 */
export const doors = {
  model: { rooms: [], packages: ['zod'], pure: true },
  knowledge: { rooms: ['model'], packages: ['zod'], pure: true },
  planner: { rooms: ['model'], packages: [], pure: true },
  documents: { rooms: ['model'], packages: ['mdast', 'mdast-util-*'], pure: true },
  sql: { rooms: ['model'], packages: [], pure: false },
  drafts: { rooms: ['model'], packages: ['zod'], pure: false },
  ui: { rooms: [], packages: ['react', 'react-dom', 'mdast'], pure: false },
  wizard: {
    rooms: ['model', 'ui', 'sql'],
    packages: ['react', 'react-dom', 'react-hook-form', 'zod', '@tanstack/react-query'],
    pure: false,
  },
  result: {
    rooms: ['model', 'ui', 'sql'],
    packages: ['react', 'react-dom', 'mdast', '@tanstack/react-query'],
    pure: false,
  },
  app: {
    rooms: ['model', 'knowledge', 'planner', 'documents', 'sql', 'drafts', 'ui', 'wizard', 'result'],
    packages: ['*'],
    pure: false,
  },
};

/** Rooms that are entered through one file only. */
export const onlyDoor = { sql: 'client.ts' };

/** What files named so may import beside the packages of their room. */
export const testingPackages = { 'testing.ts': ['fast-check'] };

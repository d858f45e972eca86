import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EngineError, type Row, type Session } from '#model/session.ts';

/** One version of the library, in WASM, and files that live in its memory. */
export interface Library {
  /** `3.54`, as a person chooses it. */
  readonly version: string;
  /** `3.54.1`. */
  readonly release: string;
  /** Several sessions may open the same file. */
  readonly shares: boolean;
  /** Opens a file by its name; a new one when nobody has it open. */
  readonly open: (file: string) => OpenFile;
}

export interface OpenFile {
  readonly session: Session;
  /** Another program on the same file, where the library shares it. */
  readonly beside?: () => Session;
  /** Pages written to the file since this was last asked. `undefined` where the build cannot say. */
  readonly pagesWritten: () => number | undefined;
}

/** The builds of SQLite itself share files in memory; `sql.js` stands for the oldest version and does not. */
const packages: Readonly<Record<string, () => Promise<unknown>>> = {
  '3.54': () => import('@sqlite.org/sqlite-wasm'),
  '3.53': () => import('sqlite-3.53'),
  '3.50': () => import('sqlite-3.50'),
};
const oldest = '3.35';

export const libraryVersions: readonly string[] = [...Object.keys(packages).toSorted().toReversed(), oldest];

type Bound = Readonly<Record<string, unknown>>;

/** As much of a WASM build as is used here. */
interface Database {
  exec(options: { sql: string; bind?: Bound; rowMode: 'object'; resultRows: Row[] }): unknown;
  close(): void;
  readonly pointer: number;
}

interface Official {
  readonly oo1: { readonly DB: new (file: string, flags: string) => Database };
  readonly version: { readonly libVersion: string };
  readonly capi: {
    readonly sqlite3_db_status: (db: number, option: number, now: number, most: number, reset: number) => number;
    readonly SQLITE_DBSTATUS_CACHE_WRITE: number;
  };
  readonly wasm: { readonly alloc: (size: number) => number; readonly peek32: (at: number) => number };
}

interface OldStatement {
  bind(values: Bound): boolean;
  step(): boolean;
  getAsObject(): Row;
  free(): boolean;
}

interface Old {
  readonly Database: new () => {
    prepare(sql: string): OldStatement;
    iterateStatements(sql: string): Iterable<OldStatement>;
    close(): void;
  };
}

const refused = (cause: unknown): never => {
  const said = cause instanceof Error ? cause.message : String(cause);
  const [, code = 'SQLITE_ERROR', message = said] = /^(SQLITE_\w+): sqlite3 result code \d+: (.*)$/s.exec(said) ?? [];
  throw new EngineError(code, message);
};

/** `$1` and `$2` by their names. */
const named = (parameters: readonly unknown[]): Bound =>
  Object.fromEntries(parameters.map((value, index) => [`$${index + 1}`, value]));

/** The parameters that a text names: a build refuses one that it does not find. */
const boundIn = (text: string, parameters: readonly unknown[]): Bound =>
  Object.fromEntries(Object.entries(named(parameters)).filter(([name]) => new RegExp(`\\${name}\\b`).test(text)));

const split = /;\s*\n(?=(?:INSERT|UPDATE|DELETE|SELECT|COMMIT)\b)/;

/** Statements of one text, where each wants the same parameters. A trigger keeps its body. */
const statementsIn = (text: string): readonly string[] =>
  /^\s*CREATE\s+(?:TEMP\s+)?TRIGGER/i.test(text) ? [text] : text.split(split);

/** A session runs in this thread, so its promises are settled when they are made. */
const sessionOver = (run: (text: string, bind: Bound) => readonly Row[], close: () => void): Session => ({
  query(text, parameters = []) {
    return Promise.resolve().then(() => {
      let rows: readonly Row[] = [];
      try {
        for (const one of parameters.length === 0 ? [text] : statementsIn(text))
          rows = run(one, boundIn(one, parameters));
      } catch (cause) {
        refused(cause);
      }
      return rows;
    });
  },
  close: () => Promise.resolve(close()),
});

const quiet = () => undefined;

async function official(version: string, load: () => Promise<unknown>): Promise<Library> {
  const { default: start } = (await load()) as { default: (options: object) => Promise<Official> };
  // A refusal is thrown; each build takes these settings away when it has read them, and would print it as well.
  Object.assign(globalThis, { sqlite3ApiConfig: { debug: quiet, log: quiet, warn: quiet, error: quiet } });
  const sqlite = await start({ print: quiet, printErr: quiet });
  const place = sqlite.wasm.alloc(8);
  const sessionOf = (database: Database): Session =>
    sessionOver(
      (sql, bind) => {
        const resultRows: Row[] = [];
        database.exec({ sql, rowMode: 'object', resultRows, ...(Object.keys(bind).length > 0 ? { bind } : {}) });
        return resultRows;
      },
      () => database.close(),
    );
  return {
    version,
    release: sqlite.version.libVersion,
    shares: true,
    open: (file) => {
      const connect = () => new sqlite.oo1.DB(`file:/${file}?vfs=memdb`, 'c');
      const database = connect();
      return {
        session: sessionOf(database),
        beside: () => sessionOf(connect()),
        pagesWritten: () => {
          const { sqlite3_db_status: status, SQLITE_DBSTATUS_CACHE_WRITE: written } = sqlite.capi;
          status(database.pointer, written, place, place + 4, 1);
          return sqlite.wasm.peek32(place);
        },
      };
    },
  };
}

async function old(version: string): Promise<Library> {
  const require = createRequire(import.meta.url);
  const wasmBinary = readFileSync(require.resolve('sqlite-3.35/dist/sql-wasm.wasm'));
  const { default: start } = (await import('sqlite-3.35')) as { default: (options: object) => Promise<Old> };
  const { Database } = await start({ wasmBinary });
  const open = (): OpenFile => {
    const database = new Database();
    return {
      session: sessionOver(
        (sql, bind) => {
          let rows: Row[] = [];
          for (const statement of database.iterateStatements(sql)) {
            if (Object.keys(bind).length > 0) statement.bind(bind);
            rows = [];
            while (statement.step()) rows.push(statement.getAsObject());
          }
          return rows;
        },
        () => database.close(),
      ),
      pagesWritten: () => undefined,
    };
  };
  const first = open();
  const [row] = await first.session.query('SELECT sqlite_version() AS release');
  await first.session.close();
  return { version, release: String(row?.['release']), shares: false, open };
}

/** Loads one version. Throws when its package is not installed. */
export async function loadLibrary(version: string): Promise<Library> {
  const load = packages[version];
  if (load !== undefined) return official(version, load);
  if (version === oldest) return old(version);
  throw new Error(`Cannot load SQLite \`${version}\`, expected one of ${libraryVersions.join(', ')}.`);
}

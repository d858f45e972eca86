import type { OperationArguments, OperationName } from '#model/operations.ts';
import type { Check } from '../../checks.ts';

export { each, none, refused, write } from '../../checks.ts';

/** One operation with arguments, on the schema of `fixture` and what `before` makes. */
export interface OperationCase {
  readonly operation: OperationName;
  readonly with: string;
  readonly args: unknown;
  readonly before?: string;
  /** An operation that was done before this one. */
  readonly follows?: { readonly operation: OperationName; readonly args: unknown };
  /** Names of objects that PostgreSQL chooses by itself. */
  readonly objectsVary?: true;
  readonly since?: number;
  readonly until?: number;
  /** Run on the version, but answered as if it was not given. */
  readonly versionNotGiven?: true;
  readonly cannot?: true;
  /** Rows compared before and after the way back; left out: those of `orders`. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** Writes that other sessions do between there and back. Answers what went wrong. */
  readonly meanwhile?: Check;
  /** Looked at after the way back. */
  readonly afterwards?: Check;
}

/** Made anew for each case: three thousand orders with what hangs on a table in production. */
export const fixture = `
  drop schema if exists public cascade; create schema public; grant usage on schema public to public;
  drop schema if exists sales cascade; create schema sales;
  drop publication if exists stream; drop extension if exists pg_trgm;
  do $$ begin if to_regrole('app') is null then create role app; end if; end $$;
  create type order_state as enum ('pending', 'paid', 'sent');
  create table customers (id int primary key, email varchar(50));
  create table orders (id serial primary key, customer_id int, status varchar(20) not null default 'pending', note text, amount numeric(10,2), placed timestamptz default now(), state order_state default 'pending');
  insert into customers select g, 'c' || g || '@example.org' from generate_series(1, 100) g;
  insert into orders (customer_id, status, note, amount) select (g % 100) + 1, (array['pending','paid','sent'])[1 + g % 3], 'n' || g, g / 10.0 from generate_series(1, 3000) g;
  create index orders_status_idx on orders (status);
  create index orders_note_idx on orders (note);
  grant select, insert, update, delete on orders to app;
  grant usage on sequence orders_id_seq to app;
  analyze orders; analyze customers`;

export const ordersRows = { orders: ['id', 'customer_id', 'status', 'note', 'amount', 'placed', 'state'] } as const;

type Rest = Omit<OperationCase, 'operation' | 'with' | 'args'>;

export const of = <Name extends OperationName>(
  operation: Name,
  about: string,
  args: OperationArguments[Name],
  rest: Rest = {},
): OperationCase => ({ operation, with: about, args, ...rest });

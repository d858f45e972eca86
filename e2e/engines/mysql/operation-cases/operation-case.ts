import type { OperationArguments, OperationName } from '#model/operations.ts';
import type { Check } from '../../checks.ts';
import type { Release } from '../releases.ts';

/** One operation with arguments, on the schema of `fixture` and what `before` makes. */
export interface OperationCase {
  readonly operation: OperationName;
  readonly with: string;
  readonly args: unknown;
  readonly before?: string;
  /** An operation that was done before this one. */
  readonly follows?: { readonly operation: OperationName; readonly args: unknown };
  /** Only on this engine of the family. */
  readonly on?: Release['engine'];
  /** Only on servers of this version or newer, or older than it. */
  readonly since?: string;
  readonly until?: string;
  /** Run on the version, but answered as if it was not given. */
  readonly versionNotGiven?: true;
  /** Names of objects that the server chooses by itself. */
  readonly objectsVary?: true;
  readonly cannot?: true;
  /** It says less than it could, because what stands there is not known. */
  readonly lighterToo?: true;
  /** Stopped between its statements it is put right as its text says, and not by the undo alone. */
  readonly halfWay?: 'by hand';
  /** Rows compared before and after the way back; left out: those of `orders`. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** What the way back leaves, because it cannot take it away: a piece of a line of the catalog. */
  readonly leaves?: readonly string[];
  /** Writes that other sessions do between there and back. */
  readonly meanwhile?: Check;
  /** Looked at after the way back. */
  readonly afterwards?: Check;
}

/** Numbers from 1 on, made once on each server. */
export const numbers = `
  create database if not exists numbers; drop table if exists numbers.upto; create table numbers.upto (g int primary key);
  insert into numbers.upto select 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d
    from (select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6 union select 7 union select 8 union select 9) a,
         (select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6 union select 7 union select 8 union select 9) b,
         (select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6 union select 7 union select 8 union select 9) c,
         (select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6 union select 7 union select 8 union select 9) e;
  create user if not exists app`;

/** Made anew for each case: three thousand orders with what hangs on a table in production. */
export const fixture = `
  drop database if exists shop; create database shop character set utf8mb4;
  drop database if exists sales; create database sales character set utf8mb4; use shop;
  create table customers (id int primary key, email varchar(50));
  create table orders (id int not null auto_increment primary key, customer_id int, status varchar(20) not null default 'pending', note varchar(60) comment 'what the customer said',
    amount decimal(10,2), placed datetime default current_timestamp, state enum('pending','paid','sent') default 'pending',
    key orders_status_idx (status), key orders_note_idx (note));
  insert into customers select g, concat('c', g, '@example.org') from numbers.upto where g <= 100;
  insert into orders (customer_id, status, note, amount) select (g % 100) + 1, elt(1 + g % 3, 'pending', 'paid', 'sent'), concat('n', g), g / 10 from numbers.upto where g <= 3000;
  grant select, insert, update, delete on shop.orders to app`;

export const ordersRows = { orders: ['id', 'customer_id', 'status', 'note', 'amount', 'placed', 'state'] } as const;

type Rest = Omit<OperationCase, 'operation' | 'with' | 'args'>;

export const of = <Name extends OperationName>(
  operation: Name,
  about: string,
  args: OperationArguments[Name],
  rest: Rest = {},
): OperationCase => ({ operation, with: about, args, ...rest });

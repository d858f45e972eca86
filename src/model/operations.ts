import type { ColumnName, TableName } from './schema.ts';
import type { Outcome, Statement } from './statement.ts';

/** An expression of the engine's language, exactly as the person typed it. */
export type Expression = string;

/** Two columns of one table that hold the same thing. Without an expression the value is copied. */
export interface SyncPair {
  readonly from: string;
  readonly to: string;
  /** Computes `to` from columns of the row, e.g. `status::text`. */
  readonly forward?: Expression;
  /** Computes `from` back. */
  readonly backward?: Expression;
  /** `from` cannot hold every value of `to`. */
  readonly narrows?: boolean;
  /** Where they are known: not every type can be compared. */
  readonly fromType?: string;
  readonly toType?: string;
}

/** The arguments of every operation. Names are as typed, unquoted. Types and expressions are SQL of the person. */
export interface OperationArguments {
  readonly addColumn: {
    readonly table: TableName;
    readonly column: string;
    readonly type: string;
    readonly nullable: boolean;
    readonly default?: Expression;
  };
  /** `definition` restores the column without its values. */
  readonly dropColumn: { readonly table: TableName; readonly column: string; readonly definition?: string };
  readonly renameColumn: { readonly table: TableName; readonly from: string; readonly to: string };
  readonly changeType: {
    readonly table: TableName;
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly using?: Expression;
  };
  readonly changeCollation: {
    readonly table: TableName;
    readonly column: string;
    readonly type: string;
    readonly from?: string;
    readonly to: string;
  };
  /** `was`: the former default, for the way back; left out when there was none. */
  readonly setDefault: {
    readonly table: TableName;
    readonly column: string;
    readonly default: Expression;
    readonly was?: Expression;
  };
  readonly dropDefault: { readonly table: TableName; readonly column: string; readonly was: Expression };
  /** The whole way to NOT NULL without a scan under the strong lock: proof, validation, set. */
  readonly setNotNull: { readonly table: TableName; readonly column: string; readonly proof: string };
  readonly dropNotNull: { readonly table: TableName; readonly column: string; readonly proof: string };
  readonly addGeneratedColumn: {
    readonly table: TableName;
    readonly column: string;
    readonly type: string;
    readonly expression: Expression;
    readonly stored: boolean;
  };
  readonly createIndex: {
    readonly table: TableName;
    readonly index: string;
    readonly columns: readonly string[];
    readonly unique: boolean;
    readonly where?: Expression;
    readonly method?: string;
    readonly collation?: string;
  };
  /** `definition`: the statement that builds it again, if known. */
  readonly dropIndex: {
    readonly table: TableName;
    readonly index: string;
    readonly definition?: string;
    readonly unique?: boolean;
  };
  readonly renameIndex: { readonly table: TableName; readonly from: string; readonly to: string };
  /** `columns` of the index, for the way back. */
  readonly attachUnique: {
    readonly table: TableName;
    readonly constraint: string;
    readonly index: string;
    readonly columns?: readonly string[];
  };
  readonly attachPrimaryKey: {
    readonly table: TableName;
    readonly constraint: string;
    readonly index: string;
    readonly columns: readonly string[];
  };
  readonly addCheck: { readonly table: TableName; readonly constraint: string; readonly expression: Expression };
  readonly addForeignKey: {
    readonly table: TableName;
    readonly constraint: string;
    readonly columns: readonly string[];
    readonly references: TableName;
    readonly referencedColumns: readonly string[];
    readonly onDelete?: string;
    /** What follows the referenced columns, whole: `ON DELETE CASCADE DEFERRABLE`. Then `onDelete` is not looked at. */
    readonly rules?: string;
  };
  readonly validateConstraint: {
    readonly table: TableName;
    readonly constraint: string;
    readonly references?: TableName;
  };
  /** `definition`: what follows ADD CONSTRAINT name, for the way back. */
  readonly dropConstraint: {
    readonly table: TableName;
    readonly constraint: string;
    readonly definition?: string;
    readonly references?: TableName;
    /** Tables that are locked before it, in this order: writers take them in that order too. */
    readonly lockFirst?: readonly [TableName, ...TableName[]];
  };
  readonly createTable: { readonly table: TableName; readonly columns: string };
  readonly dropTable: { readonly table: TableName };
  /** With a view the old name stays usable: its deltas rename the table, then add the old name as a table with the column `from.*`. */
  readonly renameTable: { readonly from: TableName; readonly to: TableName; readonly compatibilityView: boolean };
  readonly dropCompatibilityView: { readonly view: TableName; readonly table: TableName };
  /** Keeps columns of one row equal, both ways, for every writer. */
  readonly startSync: {
    readonly name: string;
    readonly table: TableName;
    readonly pairs: readonly [SyncPair, ...SyncPair[]];
    /** Names one row, for an engine whose triggers see the rows of a statement together. */
    readonly key?: string;
  };
  readonly stopSync: {
    readonly name: string;
    readonly table: TableName;
    readonly pairs: readonly [SyncPair, ...SyncPair[]];
    /** Key to walk on the way back, where the old columns must be filled again. */
    readonly key: string;
    readonly batchSize: number;
    /** The type of the old column: the way back is refused once a value, or the sequence, is beyond it. */
    readonly fits?: { readonly type: string; readonly sequence?: string };
  };
  /** Keeps a second table equal to columns of the first, for every writer of the first. */
  readonly startTableSync: {
    readonly name: string;
    readonly from: TableName;
    readonly to: TableName;
    readonly key: string;
    readonly toKey: string;
    readonly columns: readonly { readonly from: string; readonly to: string }[];
    /** Constant column of `to` that says where a row came from. */
    readonly label?: { readonly column: string; readonly value: string };
    /** Writes only the columns of rows that `to` already has: adds and deletes none there. For the way from a split table back to the first. */
    readonly onlyExisting?: boolean;
  };
  readonly stopTableSync: OperationArguments['startTableSync'] & { readonly batchSize: number };
  readonly copyRows: OperationArguments['startTableSync'] & { readonly batchSize: number };
  readonly backfill: {
    readonly table: TableName;
    readonly key: string;
    readonly column: string;
    readonly expression: Expression;
    /** Which rows still need it. */
    readonly where?: Expression;
    /** Only rows in which the column is NULL: for an expression that gives another value each time. */
    readonly onlyEmpty?: boolean;
    readonly batchSize: number;
    /** The columns it overwrites had values before: keep them in this table for the way back. */
    readonly keepIn?: TableName;
    readonly columnType?: string;
    /** The type that the expression gives, where it is another and known. */
    readonly expressionType?: string;
  };
  /** Deletes in batches; with `archive` every row is copied there in the same statement. */
  readonly deleteRows: {
    readonly table: TableName;
    readonly key: string;
    readonly where: Expression;
    readonly batchSize: number;
    readonly archive?: TableName;
  };
  readonly exportColumn: {
    readonly table: TableName;
    readonly key: string;
    readonly column: string;
    readonly file: string;
  };
  readonly exportTable: { readonly table: TableName; readonly file: string };
  readonly vacuum: { readonly table: TableName };
  readonly addEnumValue: { readonly type: string; readonly value: string; readonly after?: string };
  readonly renameEnumValue: { readonly type: string; readonly from: string; readonly to: string };
  readonly createEnum: { readonly type: string; readonly values: readonly string[] };
  readonly dropEnum: { readonly type: string; readonly values?: readonly string[] };
  /** Makes the table a partition of a new parent of the same name, without a copy. */
  readonly partitionInPlace: {
    readonly table: TableName;
    readonly column: string;
    /** Everything before this bound stays in the old table. */
    readonly cut: string;
    /** Bounds of the partitions after the cut, ascending; each makes one partition. */
    readonly next: readonly [string, ...string[]];
    readonly proof: string;
    readonly primaryKey: readonly string[];
    /** What hangs on the table and goes over to the parent, each as the database prints it; what is not named is refused. */
    readonly carries?: {
      readonly triggers: readonly { readonly name: string; readonly definition: string }[];
      readonly policies: readonly { readonly name: string; readonly definition: string }[];
      readonly own: readonly { readonly name: string; readonly definition: string; readonly proved: boolean }[];
      readonly referring: readonly {
        readonly table: TableName;
        readonly name: string;
        readonly definition: string;
        readonly proved: boolean;
      }[];
    };
  };
  readonly detachPartition: {
    readonly table: TableName;
    readonly partition: TableName;
    readonly from: string;
    readonly to: string;
  };
  readonly replaceRoutine: {
    readonly kind: 'view' | 'function' | 'trigger';
    readonly name: string;
    readonly definition: string;
    /** The definition that runs today; without it the way back starts by saving it. */
    readonly was?: string;
    readonly table?: TableName;
  };
  readonly createExtension: { readonly extension: string; readonly version?: string };
  readonly updateExtension: { readonly extension: string; readonly from?: string; readonly to?: string };
  readonly widenSequence: { readonly sequence: string; readonly from: string; readonly to: string };
  /** Moves the sequence that feeds a column to another column of the table; with `identity` it belongs to the column itself. */
  readonly moveSequence: {
    readonly identity?: boolean;
    readonly table: TableName;
    readonly sequence: string;
    readonly from: string;
    readonly to: string;
  };
  readonly publish: { readonly publication: string; readonly tables: readonly TableName[] };
  /** `copy`, unless false: rows that are there today are copied first. */
  readonly subscribe: { readonly subscription: string; readonly publication: string; readonly copy?: boolean };
  /** The way back starts it again from that moment, without a copy. */
  readonly unsubscribe: { readonly subscription: string; readonly publication: string };
  readonly upgradeServer: { readonly from?: string; readonly to: string };
  readonly revokeAccess: { readonly table: TableName; readonly role: string };
}

export type OperationName = keyof OperationArguments;

/** An operation with what it was asked for. */
export type Asked = {
  readonly [Name in OperationName]: { readonly operation: Name; readonly args: OperationArguments[Name] };
}[OperationName];

/** What an engine answers with: one function for each operation. */
export type Operations<Situation> = {
  readonly [Name in OperationName]: (args: OperationArguments[Name], situation: Situation) => Outcome;
};

/** Questions to the database that change nothing. Each returns the statement that is run and printed. */
export interface QueryArguments {
  /** One number: rows where the two sides differ, between :from and :to. */
  readonly countDifferences: {
    readonly table: TableName;
    readonly key: string;
    readonly left: string;
    readonly right: string;
    readonly leftType?: string;
    readonly rightType?: string;
    readonly ranged: boolean;
  };
  readonly countTableDifferences: OperationArguments['startTableSync'] & { readonly ranged?: boolean };
  readonly countNulls: { readonly table: TableName; readonly column: string };
  readonly countRows: { readonly table: TableName; readonly where?: Expression };
  readonly countOrphans: Pick<
    OperationArguments['addForeignKey'],
    'table' | 'columns' | 'references' | 'referencedColumns'
  >;
  readonly countDuplicates: { readonly table: TableName; readonly columns: readonly string[] };
  readonly countViolations: { readonly table: TableName; readonly expression: Expression };
  /** Views, rules, policies, functions, triggers, foreign keys that name the object. */
  readonly dependents: { readonly table: TableName; readonly column?: string | readonly string[] };
  readonly describeTable: { readonly table: TableName };
  readonly indexUse: { readonly table: TableName; readonly index: string };
  readonly columnUse: { readonly table: TableName; readonly column: string };
  readonly longestValue: { readonly table: TableName; readonly column: string };
  readonly distribution: { readonly table: TableName; readonly left: string; readonly right: string };
  /** `type`: ends the room where the column has, or will have, a wider type than what must still hold its values. */
  readonly sequenceHeadroom: { readonly table: TableName; readonly column: string; readonly type?: string };
  readonly tableSize: { readonly table: TableName };
  readonly routineDefinition: { readonly kind: 'view' | 'function' | 'trigger'; readonly name: string };
  readonly extensionVersions: { readonly extension: string };
  /** Settings without which no stream of changes can start, as they stand. */
  readonly streamSettings: { readonly publication: string };
}

export type QueryName = keyof QueryArguments;

export type Queries<Situation> = {
  readonly [Name in QueryName]: (args: QueryArguments[Name], situation: Situation) => Statement | undefined;
};

/** Which column holds which logical value: copies of one thing under several names. */
export type CopyGroup = readonly ColumnName[];

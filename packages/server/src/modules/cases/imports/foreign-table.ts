/** A row of another desk's export: cells as text, in the order of the columns. */
export interface ForeignRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken?: string;
}

/** Something written on a case over there. */
export interface ForeignComment {
  /** as the file writes it; null: when the row was last changed */
  readonly at: string | null;
  readonly author: string;
  readonly from: 'customer' | 'team';
  readonly isInternal: boolean;
  readonly body: string;
}

/** What another desk exported, as a table: a document with changes inside is laid out as rows of an event log, its comments beside. */
export interface ForeignTable {
  readonly format: 'csv' | 'xlsx' | 'jira-json' | 'zammad-json';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly columns: readonly string[];
  /** the first rows */
  readonly sample: readonly ForeignRow[];
  blocks(): Generator<{ readonly rows: readonly ForeignRow[]; readonly read: number }>;
  readonly comments: ReadonlyMap<string, readonly ForeignComment[]>;
}

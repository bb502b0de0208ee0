import type { Table } from './table.ts';

/** One reference case as its method sees it: never what is expected. */
export interface Problem {
  readonly params: Json;
  readonly input: Json;
  /** The prepared data table of the case; throws when it has none. `spec` overrides preparation and file, as the parts of `hypothesis_tests` do. */
  readonly table: (spec?: TableSpec) => Table;
  /** The text of the case's `input_file`, for files that are no table. */
  readonly text: () => string;
}

export interface TableSpec {
  /** an object with `prepare` and `input_file` as in `params`; missing ones are those of the case */
  readonly prepare?: unknown;
  readonly input_file?: unknown;
}

export type Json = Readonly<Record<string, unknown>>;
export type Method = (problem: Problem) => unknown;
export type MethodTable = Readonly<Record<string, Method>>;

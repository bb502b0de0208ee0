import { AppError } from '../../platform/errors.ts';

type Params = Readonly<Record<string, string | number>>;

/** Something wrong in a pack, said of a place in the content of one file. */
export interface Flaw {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly params?: Params;
}

/** The same with the place in the text, as a person finds it in an editor. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly params: Params;
}

/** A pack with any mistake is refused whole: 422 with one entry per mistake, in the order of the files. */
export function packInvalid(mistakes: readonly Mistake[]): AppError {
  const errors = mistakes.map(({ file, line, column, path, code, params }) => {
    return { path: `${file}:${line}`, code, params: { ...params, file, line, column, field: path } };
  });
  return new AppError(422, 'pack_invalid', { params: { mistakes: mistakes.length }, errors });
}

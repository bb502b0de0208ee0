type Detail = Record<string, string | number | boolean | null>;
interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly params?: Detail;
}

/** Something the caller can understand and act on. `code` is stable; the web has its words in both languages. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: { readonly params?: Detail; readonly errors?: readonly FieldError[] } = {},
  ) {
    super(code);
  }
}

export const unauthenticated = () => new AppError(401, 'sign_in_needed');
export const forbidden = (permission: string) => new AppError(403, 'not_allowed', { params: { permission } });
export const notFound = (kind: string) => new AppError(404, 'not_found', { params: { kind } });
export const conflict = (code: string, params: Detail = {}) => new AppError(409, code, { params });
export const changedMeanwhile = () => new AppError(409, 'changed_meanwhile');
/** One or more fields are wrong; `path` is dotted, as in the body. */
export const invalid = (errors: readonly FieldError[]) => new AppError(422, 'invalid', { errors });
export const invalidField = (path: string, code: string, params: Detail = {}) => invalid([{ path, code, params }]);

const conflictConstraints = /^(\w+_taken|role_in_use|role_in_use_by_key|limits_one_a_day|service_depends_on_itself)$/;

/** Text with a NUL or half a character, a number or a day too large for its column, a zone unknown to the database: nothing that a schema of ours would want. */
const unstorable = new Set(['22021', '22P02', '22P05', '22003', '22007', '22008', '22009', '22023']);

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
}
const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);

/** The one place that turns a broken constraint into an answer. Everything unknown stays what it is: a fault of ours. */
export function appErrorOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!isDatabaseError(error)) return null;
  if (error.constraint !== undefined && conflictConstraints.test(error.constraint)) return conflict(error.constraint);
  if (error.code === '23503') return conflict('reference_missing', { constraint: error.constraint ?? '' });
  if (unstorable.has(error.code)) return new AppError(422, 'unstorable_value');
  if (error.code === '40001' || error.code === '40P01') return conflict('try_again');
  return null;
}

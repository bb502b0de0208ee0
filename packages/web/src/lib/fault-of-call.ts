import { ProblemError } from '@zhiheng/contract/call';
import { Spurned, Unreached } from '../runner/index.ts';

/** For forms of the runner inside the application: what it keeps and sends again, and what it says at once. */
export function faultOfCall(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const { status, code, params } = error.problem;
  if (status === 0 || status >= 500) throw new Unreached();
  throw new Spurned(code, params);
}

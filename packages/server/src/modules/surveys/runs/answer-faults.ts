import type { AnswerFault } from '@zhiheng/forms/answers';

/** Faults of answers as a problem names them: `answers.q1`. */
export const faultsOf = (faults: readonly AnswerFault[]) =>
  faults.map(({ field, code, params }) => ({
    path: field === '' ? 'answers' : `answers.${field}`,
    code: code.replaceAll('-', '_'),
    params: { ...params },
  }));

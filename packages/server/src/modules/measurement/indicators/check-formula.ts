import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { checkFormula as endpoint } from '@zhiheng/contract/measurement/indicators';
import type { Call } from '../../../platform/operation.ts';
import { examineFormula } from './formulas.ts';

export const checkFormula = (call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> =>
  examineFormula(call, body.formula, body.code);

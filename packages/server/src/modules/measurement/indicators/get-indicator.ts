import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getIndicator as endpoint } from '@zhiheng/contract/measurement/indicators';
import type { Call } from '../../../platform/operation.ts';
import { formulaUses } from './formulas.ts';
import { readIndicator } from './select-indicators.ts';

export async function getIndicator(call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  return { ...(await readIndicator(call, params.code)), usedBy: await usersOf(call, params.code) };
}

/** Codes of the formula indicators that read this one. */
export async function usersOf(call: Call, code: string): Promise<string[]> {
  const uses = await formulaUses(call);
  return [...uses]
    .filter(([, used]) => used.includes(code))
    .map(([user]) => user)
    .sort();
}

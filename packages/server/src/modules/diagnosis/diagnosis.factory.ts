import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { storeRows } from '../measurement/index.ts';

const day = 86_400_000;

/** A value of `wait` (minutes), or of a share so many of `n`, on each of the last days, the newest yesterday, at noon in Shanghai. */
export async function observeDays(operation: Operation, values: readonly number[], { indicator = 'wait', n = 1 } = {}): Promise<void> {
  const noon = Math.floor((operation.now.getTime() + 8 * 3_600_000) / day) * day + 4 * 3_600_000;
  const rows = values.map((value, at) => ({
    ...{ line: null, key: newId(), indicator, value, n, service: 'desk', site: 'north', raw: {} },
    at: new Date(noon - (values.length - at) * day),
  }));
  const { quarantined } = await storeRows(operation, { source: 'test', rows });
  if (quarantined > 0) throw new Error('a value of the test was set aside');
}

/** Twenty that only waver, around 30. */
export const calm = [30, 32, 29, 31, 28, 30, 33, 29, 30, 31, 27, 30, 32, 30, 29, 31, 30, 28, 31, 30];

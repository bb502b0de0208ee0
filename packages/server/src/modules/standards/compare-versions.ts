import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { compareStandard as endpoint } from '@zhiheng/contract/standards/standards';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { compareClauses } from './compare-clauses.rules.ts';
import { findStandard } from './read-standard.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

export async function compareVersions(call: Call, { params, query }: Input): Promise<Reply<typeof endpoint>> {
  const { versions } = await findStandard(call, params.id);
  const clausesOf = (part: 'from' | 'to') => {
    const version = versions.find(({ number }) => number === query[part]);
    if (version === undefined) throw invalidField(part, 'unknown_standard_version');
    return version.clauses;
  };
  return { ...query, items: compareClauses(clausesOf('from'), clausesOf('to')) };
}

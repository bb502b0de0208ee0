import type { CallInput } from '@zhiheng/contract/endpoint';
import { getAnalysis, startAnalysis, type Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisRequest } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { seededRandom } from '@zhiheng/stats/random';
import type { TestOrganisation } from '../../../testing/sign-in.ts';
import type { PastAnswer } from '../results/results.factory.ts';

type Body = NonNullable<CallInput<typeof startAnalysis>['body']>;
type Asked = Body['request'];

interface Of extends Pick<Survey, 'id'> {
  readonly filters?: Body['filters'];
}

/** Asks for an analysis. Where jobs run at once it is finished when the call is over; the answer was made before. */
export const analyse = (org: TestOrganisation, { id, filters = {} }: Of, request: Asked): Promise<Analysis> =>
  org.call(startAnalysis, { params: { id }, body: { request, filters } });

/** The result of an analysis that must have one of its kind. */
export async function resultOf<K extends AnalysisRequest['kind']>(
  org: TestOrganisation,
  of: Of,
  request: Extract<Asked, { kind: K }>,
): Promise<AnalysisResultOf<K>> {
  const { id } = await analyse(org, of, request);
  const { result, state, failure } = await org.call(getAnalysis, { params: { id } });
  if (result?.kind !== request.kind) throw new Error(`${state} ${failure ?? ''} ${JSON.stringify(result)}`);
  return result as AnalysisResultOf<K>;
}

export const fields = ['items.a', 'items.b', 'items.d', 'items.e'];

/** People whose answers hang together, some of each kind. */
export function people(count: number, seed = 1): PastAnswer[] {
  const random = seededRandom(seed);
  const level = (mood: number) => Math.min(5, Math.max(1, Math.round(mood + 2 * random() - 1)));
  return Array.from({ length: count }, (_, i) => {
    const mood = 1 + 4 * random();
    const scales = Object.fromEntries(fields.map((field) => [field, level(mood)]));
    return { answers: { kind: i % 4 === 0 ? 'visitor' : 'patient', ...scales, again: Math.min(10, 2 * level(mood)) } };
  });
}

import type { CallInput } from '@zhiheng/contract/endpoint';
import { getAnalysis, startAnalysis, type Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisRequest } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { TestOrganisation } from '../../../testing/sign-in.ts';

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

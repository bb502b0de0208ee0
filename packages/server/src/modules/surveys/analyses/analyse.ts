import type { Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisKind, AnalysisRequest, AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import type { Operation } from '../../../platform/operation.ts';
import type { PlaceNames } from './axis.rules.ts';
import { chains } from './kinds/chains.rules.ts';
import { clusters } from './kinds/clusters.rules.ts';
import { correlations } from './kinds/correlations.rules.ts';
import { crossTables } from './kinds/cross.rules.ts';
import { drivers } from './kinds/drivers.rules.ts';
import { greyRelations } from './kinds/grey.rules.ts';
import { nonResponse } from './kinds/non-response.rules.ts';
import { pathModel } from './kinds/paths.rules.ts';
import { reliability } from './kinds/reliability.rules.ts';
import { structure } from './kinds/structure.rules.ts';
import { readCustomerBase, type CustomerBase } from './read-customer-base.ts';
import { readPlaces } from './read-places.ts';
import { readSample } from './read-sample.ts';
import { requireAskable } from './askable.rules.ts';
import type { Steps } from './run-steps.ts';
import type { Sample } from './sample.rules.ts';

export interface Evidence extends Awaited<ReturnType<typeof readSample>> {
  readonly steps: Steps<AnalysisResult>;
}

/** Everything that an analysis needs, read at one moment; what it calculates from then on touches nothing. */
export async function gatherEvidence(
  operation: Operation,
  { surveyId, request, filters }: Pick<Analysis, 'surveyId' | 'request' | 'filters'>,
): Promise<Evidence> {
  const read = await readSample(operation, surveyId, filters);
  // The form may have changed since it was asked for.
  requireAskable(request, { form: read.sample.form, anonymous: read.anonymous });
  const surroundings = { places: await readPlaces(operation), base: await readCustomerBase(operation, surveyId) };
  return { ...read, steps: stepsOf(read.sample, request, surroundings) };
}

interface Surroundings {
  readonly places: PlaceNames;
  readonly base: CustomerBase;
}

type Kinds = {
  readonly [K in AnalysisKind]: (sample: Sample, request: AnalysisRequestOf<K>, surroundings: Surroundings) => Steps<AnalysisResult>;
};
const kinds: Kinds = {
  cross: (sample, request, { places }) => crossTables(sample, request, places),
  clusters: (sample, request, { places }) => clusters(sample, request, places),
  grey: (sample, request, { places }) => greyRelations(sample, request, places),
  chains,
  correlations,
  paths: pathModel,
  structure,
  drivers,
  reliability,
  'non-response': nonResponse,
};

function stepsOf(sample: Sample, request: AnalysisRequest, surroundings: Surroundings): Steps<AnalysisResult> {
  // The table above gives each kind its own request.
  const steps = kinds[request.kind] as (sample: Sample, request: AnalysisRequest, surroundings: Surroundings) => Steps<AnalysisResult>;
  return steps(sample, request, surroundings);
}

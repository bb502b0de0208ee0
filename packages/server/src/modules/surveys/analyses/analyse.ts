import type { Analysis } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisResult } from '@zhiheng/contract/surveys/analysis-result';
import type { Operation } from '../../../platform/operation.ts';
import type { PlaceNames } from './axis.rules.ts';
import { correlations } from './kinds/correlations.rules.ts';
import { crossTables } from './kinds/cross.rules.ts';
import { drivers } from './kinds/drivers.rules.ts';
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

function stepsOf(sample: Sample, request: Analysis['request'], surroundings: Surroundings): Steps<AnalysisResult> {
  switch (request.kind) {
    case 'cross':
      return crossTables(sample, request, surroundings.places);
    case 'correlations':
      return correlations(sample, request);
    case 'paths':
      return pathModel(sample, request);
    case 'structure':
      return structure(sample, request);
    case 'drivers':
      return drivers(sample, request);
    case 'reliability':
      return reliability(sample, request);
    case 'non-response':
      return nonResponse(sample, request, surroundings);
    default:
      return request satisfies never;
  }
}

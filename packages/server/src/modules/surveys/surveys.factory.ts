import type { CallInput } from '@zhiheng/contract/endpoint';
import { createDistribution, type Distribution, type DistributionKind } from '@zhiheng/contract/surveys/distributions';
import { openRun, submitRun } from '@zhiheng/contract/surveys/runs';
import { createSurvey, publishSurvey, type Survey, type SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { FormInput } from '@zhiheng/forms/definition';
import { newSecret } from '../../platform/identifier.ts';
import type { As, TestOrganisation } from '../../testing/sign-in.ts';

const both = (words: string) => ({ zh: words, en: words });
const fiveRows = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, text: both(key) }));

/** A form with a grouping question, a matrix, a recommendation, words that only critics are asked for, and a screening. */
export const visitForm: FormInput = {
  languages: ['zh', 'en'],
  title: both('Visit'),
  given: [{ key: 'service', name: both('Service') }],
  pages: [
    {
      key: 'who',
      questions: [
        {
          ...{ key: 'kind', type: 'single', text: both('Who are you?'), required: true },
          options: ['patient', 'visitor', 'staff'].map((key) => ({ key, text: both(key) })),
        },
      ],
    },
    {
      key: 'visit',
      questions: [
        { key: 'items', type: 'matrix', text: both('How was it?'), rows: fiveRows, scale: { min: 1, max: 5, na: true } },
        { key: 'again', type: 'nps', text: both('Again?'), required: true },
        { key: 'why', type: 'text', text: both('Why?'), when: { op: 'le', field: 'again', value: 6 } },
      ],
    },
  ],
  endings: [
    { key: 'sorry', text: both('Not for staff'), when: { op: 'eq', field: 'kind', value: 'staff' }, screens: true },
    { key: 'thanks', text: both('Thank you') },
  ],
  measures: [
    { key: 'loyalty', kind: 'nps', name: both('Loyalty'), field: 'again' },
    { key: 'quality', kind: 'mean', name: both('Quality'), fields: fiveRows.map(({ key }) => `items.${key}`), least: 1 },
  ],
  groups: ['kind'],
};

/** Answers that are right for it. */
export const goodAnswers = { kind: 'patient', 'items.a': 5, 'items.b': 4, 'items.c': 'na', again: 9 };

interface Plan {
  readonly form?: FormInput;
  readonly settings?: Partial<SurveySettings>;
}

/** A survey that is published. */
export async function openSurvey(org: TestOrganisation, { form = visitForm, settings = {} }: Plan = {}): Promise<Survey> {
  const { id, version } = await org.call(createSurvey, { body: { name: both('Visit'), form, settings } });
  return org.call(publishSurvey, { params: { id }, body: { version } });
}

type DistributionBody = NonNullable<CallInput<typeof createDistribution>['body']>;

/** A way to a survey; by the address for everybody unless another kind is wanted. */
export const openWay = (
  org: TestOrganisation,
  { id }: Pick<Survey, 'id'>,
  more: { readonly kind?: DistributionKind; readonly settings?: DistributionBody['settings'] } = {},
): Promise<Distribution> =>
  org.call(createDistribution, {
    params: { id },
    body: { kind: more.kind ?? 'public', name: both('Way'), settings: more.settings ?? {} },
  });

/** Whoever comes with a link, without an account. */
export const anybody: As = { cookie: null };

export const tokenOf = ({ url }: { readonly url: string | null }): string => url?.split('/').at(-1) ?? '';

/** A way that answers can be sent on. */
export interface OpenRun {
  readonly token: string;
  readonly versionId: string;
}

export async function runOn(org: TestOrganisation, way: { readonly url: string | null }): Promise<OpenRun> {
  const token = tokenOf(way);
  const { versionId } = await org.call(openRun, { params: { token } }, anybody);
  return { token, versionId };
}

type Submission = NonNullable<CallInput<typeof submitRun>['body']>;

/** What a browser sends. */
export const submissionOf = ({ versionId }: OpenRun, more: Partial<Submission> = {}): Submission => ({
  ...{ resume: newSecret(), versionId, answers: goodAnswers, language: 'zh', trace: { seconds: 90, pages: [10, 80], pasted: 0 } },
  ...more,
});

/** Sends answers as somebody without an account. */
export const answer = (org: TestOrganisation, run: OpenRun, more: Partial<Submission> = {}) =>
  org.call(submitRun, { params: { token: run.token }, body: submissionOf(run, more) }, anybody);

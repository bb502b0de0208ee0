import type { CallInput } from '@zhiheng/contract/endpoint';
import { createFieldSession, moveFieldSession, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { listFieldSheets, submitFieldSheet, type FieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import { createFieldStudy, publishGuide, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import type { FormInput } from '@zhiheng/forms/definition';
import type { TestOrganisation } from '../../testing/sign-in.ts';

const both = (words: string) => ({ zh: words, en: words });
export const visitName = both('Visits');

/** Two scored statements and one that may not apply, a choice, words that only low ratings are asked for. */
export const visitGuide: FormInput = {
  languages: ['zh', 'en'],
  title: both('Visit'),
  given: [{ key: 'place', name: both('Place') }],
  pages: [
    {
      key: 'all',
      questions: [
        {
          ...{ key: 'items', type: 'matrix', text: both('How was it?'), required: true },
          rows: ['kind', 'fast', 'clean'].map((key) => ({ key, text: both(key) })),
          scale: { min: 1, max: 5, na: true },
        },
        {
          ...{ key: 'badge', type: 'single', text: both('Badge?') },
          options: ['yes', 'no'].map((key) => ({ key, text: both(key) })),
        },
        { key: 'why', type: 'text', text: both('Why?'), when: { op: 'le', field: 'items.fast', value: 2 } },
      ],
    },
  ],
  measures: [
    { key: 'score', kind: 'csi', name: both('Score'), fields: ['items.kind', 'items.fast', 'items.clean'] },
    { key: 'staff', kind: 'mean', name: both('Staff'), fields: ['items.kind', 'items.fast'], least: 1 },
  ],
};

type StudyBody = NonNullable<CallInput<typeof createFieldStudy>['body']>;

/** A study whose guide is published. */
export async function openStudy(org: TestOrganisation, more: Partial<StudyBody> = {}): Promise<FieldStudy> {
  const body = { name: visitName, kind: 'mystery-visit' as const, form: visitGuide, ...more };
  const { id, version } = await org.call(createFieldStudy, { body });
  return org.call(publishGuide, { params: { id }, body: { version } });
}

/** Somebody who works in the field. */
export interface Person {
  readonly id: string;
  readonly cookie: string;
}

/** A new person of a role; raters need no more than to read. */
export async function newPerson(org: TestOrganisation, role = 'service-agent'): Promise<Person> {
  const cookie = await org.as(role);
  const me = await org.call(getMe, {}, { cookie });
  return { id: me.id, cookie };
}

type SessionBody = NonNullable<CallInput<typeof createFieldSession>['body']>;
const begin = Date.UTC(2026, 0, 5, 2);
const day = 86_400_000;

/** A session of a past day; `at` counts days. */
export const planSession = (
  org: TestOrganisation,
  { id }: Pick<FieldStudy, 'id'>,
  more: Partial<SessionBody> & { readonly at?: number } = {},
) => {
  const { at = 0, ...given } = more;
  const body = { startsAt: new Date(begin + at * day).toISOString(), minutes: 60, ...given };
  return org.call(createFieldSession, { params: { id }, body });
};

export const hold = (org: TestOrganisation, { id, version }: Pick<FieldSession, 'id' | 'version'>) =>
  org.call(moveFieldSession, { params: { id }, body: { version, to: 'held' } });

/** Ratings of the three statements; null does not apply. */
export const answersOf = (kind: number, fast: number, clean: number | null = 3) => ({
  'items.kind': kind,
  'items.fast': fast,
  'items.clean': clean ?? 'na',
});

/** Submits the sheet of a rater, whether or not it was begun. */
export async function rate(
  org: TestOrganisation,
  { id }: Pick<FieldSession, 'id'>,
  { cookie, answers = answersOf(4, 4) }: Person & { readonly answers?: Record<string, string | number> },
): Promise<FieldSheet> {
  const { own } = await org.call(listFieldSheets, { params: { id } }, { cookie });
  return org.call(submitFieldSheet, { params: { id }, body: { version: own?.version ?? 0, answers } }, { cookie });
}

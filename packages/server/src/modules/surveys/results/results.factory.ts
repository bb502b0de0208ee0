import { sql } from 'kysely';
import { check, packAnswers, type Answers } from '@zhiheng/forms/answers';
import { form as formSchema, type FormInput } from '@zhiheng/forms/definition';
import { getSurveyVersion, type Survey } from '@zhiheng/contract/surveys/surveys';
import { newId } from '../../../platform/identifier.ts';
import type { TestOrganisation } from '../../../testing/sign-in.ts';

/** An answer of the past as an import would bring it. */
export interface PastAnswer {
  readonly answers: Answers;
  readonly at?: string;
  readonly suspicious?: boolean;
  readonly serviceId?: string;
  readonly segmentId?: string;
  readonly released?: boolean;
}

export const both = (words: string) => ({ zh: words, en: words });
export const rowsNamed = (keys: readonly string[]) => keys.map((key) => ({ key, text: both(key) }));
export const numbered = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** A form in both languages, with one page. */
export const formOf = (
  questions: FormInput['pages'][number]['questions'],
  measures: FormInput['measures'],
  groups: string[] = [],
): FormInput => ({
  languages: ['zh', 'en'],
  title: both('Survey'),
  pages: [{ key: 'page', questions }],
  measures: measures ?? [],
  groups,
});

/** Stores answers that the newest version of a survey allows; one that it refuses is a fault of the test. Returns their ids. */
export async function storeAnswers(
  org: TestOrganisation,
  survey: Pick<Survey, 'id' | 'published'>,
  people: readonly PastAnswer[],
): Promise<string[]> {
  const version = await org.call(getSurveyVersion, { params: { id: survey.id, number: survey.published ?? 1 } });
  const form = formSchema.parse(version.form);
  const rows = people.map(({ answers, at, ...person }) => {
    const faults = check(form, answers, {}, { complete: true });
    if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3)));
    const { scales, rest } = packAnswers(form, answers);
    const groups = form.groups.map((key) => (typeof rest[key] === 'string' ? rest[key] : ''));
    return {
      id: newId(),
      ...person,
      at: at ?? '2026-03-10T03:00:00Z',
      scales: `{${scales.map((each) => each ?? 'null').join(',')}}`,
      rest,
      groups,
    };
  });
  await org.inside(({ db, orgId }) =>
    sql`insert into survey_response (org_id, id, survey_id, version_id, service_id, segment_id, groups, at, language, state, scales, rest, suspicious,
        released_at)
      select ${orgId}::uuid, r.id, ${survey.id}::uuid, ${version.id}::uuid, r."serviceId", r."segmentId",
        array(select jsonb_array_elements_text(r.groups)), r.at, 'zh', 'complete', r.scales::smallint[], r.rest, coalesce(r.suspicious, false),
        case when coalesce(r.released, true) then r.at end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "serviceId" uuid, "segmentId" uuid, groups jsonb, at timestamptz,
        scales text, rest jsonb, suspicious boolean, released boolean)`.execute(db),
  );
  return rows.map(({ id }) => id);
}

/** Everything that is stored of sums, to be compared byte by byte. */
export const storedSums = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ key: string; n: number; numbers: string }>`
      select concat_ws(' ', survey_id, version_id, scope, cell, month, suspicious) as key, n, md5(numbers) as numbers
      from survey_sum where org_id = ${orgId} order by 1`.execute(db);
    return rows;
  });

import { sql } from 'kysely';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getGuideVersion as endpoint } from '@zhiheng/contract/fieldwork/studies';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findStudy } from './read-study.ts';

/** A published guide. */
export interface Guide {
  readonly id: string;
  readonly orgId: string;
  readonly studyId: string;
  readonly number: number;
  readonly form: Form;
}

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** What was published never changes, so that it is read once. */
const remembered = new Map<string, Guide>();
const mostRemembered = 200;

/** A published guide. Throws 404 when there is none. */
export async function findGuide({ db, orgId }: Scope, id: string): Promise<Guide> {
  const known = remembered.get(id) ?? (await readGuide({ db, orgId }, id));
  if (known === null || known.orgId !== orgId) throw notFound('field_guide');
  return known;
}

async function readGuide({ db, orgId }: Scope, id: string): Promise<Guide | null> {
  const { rows } = await sql<{ studyId: string; number: number; form: unknown }>`
    select study_id as "studyId", number, form from field_guide where org_id = ${orgId} and id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  const guide = { id, orgId, ...row, form: formSchema.parse(row.form) };
  remembered.set(id, guide);
  return guide;
}

/** The newest published guide of a study; null: none was published. */
export async function newestGuide({ db, orgId }: Scope, studyId: string): Promise<Guide | null> {
  const { rows } = await sql<{ id: string }>`
    select id from field_guide where org_id = ${orgId} and study_id = ${studyId} order by number desc limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? null : findGuide({ db, orgId }, row.id);
}

/** The guide by which a session is rated: its own once somebody has begun, the newest of its study before. */
export const guideOfSession = (operation: Scope, { guideId, studyId }: { readonly guideId: string | null; readonly studyId: string }) =>
  guideId === null ? newestGuide(operation, studyId) : findGuide(operation, guideId);

export async function getGuideVersion(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const { versions } = await findStudy(operation, params.id);
  const version = versions.find(({ number }) => number === params.number);
  if (version === undefined) throw notFound('field_guide');
  const { form } = await findGuide(operation, version.id);
  return { ...version, form };
}

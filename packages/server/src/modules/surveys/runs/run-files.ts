import { sql } from 'kysely';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Answers } from '@zhiheng/forms/answers';
import type { Form, QuestionOf } from '@zhiheng/forms/definition';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { uploadToRun as endpoint } from '@zhiheng/contract/surveys/runs';
import { AppError, conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { writeStoredFile } from '../../../platform/files/stored-file.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation, PublicCall } from '../../../platform/operation.ts';
import { attachmentType } from '../../../platform/files/attachment-type.rules.ts';
import { cleanName } from '../../../platform/files/clean-name.ts';
import { readUpload } from '../../../platform/files/read-upload.ts';
import { findVersion } from '../versions/form-of-version.ts';
import { demandOpen } from './door-of.ts';
import { onWay, type Way } from './find-way.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

/** So many files one run may leave that no answer has named yet: the door is open to everybody who has the link. */
const mostWaiting = 20;

/** Keeps a file for whoever holds `resume`. It belongs to no answer until one names it. */
export const uploadToRun = (call: PublicCall, { params, query }: Input): Promise<Reply<typeof endpoint>> =>
  onWay(call, params.token, async (operation, way) => {
    demandOpen(way, call.now);
    const resume = hashOf(query.resume);
    const question = await fileQuestion(operation, way, params.field);
    await demandRoom(operation, resume);
    const upload = await readUpload(call.request);
    const name = cleanName(upload.name);
    const mediaType = attachmentType(name, upload.bytes);
    if (mediaType === null || !question.kinds.some((kind) => isOfKind(mediaType, kind)))
      throw new AppError(415, 'file_type_refused', { params: { name } });
    const id = await writeStoredFile(operation, { name, sha256: hashOf(upload.bytes), bytes: upload.bytes });
    const { db, orgId, now } = operation;
    await db
      .insertInto('survey_file')
      .values({ org_id: orgId, id, survey_id: way.surveyId, resume, field: params.field, media_type: mediaType, created_at: now })
      .execute();
    return { id, name, size: upload.bytes.length };
  });

/** By the version that is published: who began with an older one answers its file questions as long as they are still asked. */
async function fileQuestion(operation: Operation, way: Way, key: string): Promise<QuestionOf<'file'>> {
  const { form } = await findVersion(operation, way.surveyId, way.versionId);
  const question = form.pages.flatMap(({ questions }) => questions).find((one) => one.key === key);
  if (question?.type !== 'file') throw invalidField('field', 'unknown_field');
  return question;
}

async function demandRoom({ db, orgId }: Operation, resume: string): Promise<void> {
  const { rows } = await sql`select from survey_file where org_id = ${orgId} and resume = ${resume} limit ${mostWaiting}`.execute(db);
  if (rows.length === mostWaiting) throw conflict('too_many_files', { most: mostWaiting });
}

const isOfKind = (mediaType: string, kind: QuestionOf<'file'>['kinds'][number]): boolean =>
  kind === 'pdf' ? mediaType === 'application/pdf' : mediaType.startsWith(`${kind}/`);

interface Claim {
  readonly form: Form;
  readonly answers: Answers;
  readonly resume: string;
  readonly responseId: string;
}

/** The files that an answer names become its own: those that the same run has sent for the same question, and no others. */
export async function claimFiles({ db, orgId }: Operation, { form, answers, resume, responseId }: Claim): Promise<void> {
  const named = fieldsOf(form)
    .filter(({ kind }) => kind === 'files')
    .flatMap(({ key }) => [answers[key] ?? []].flat().map((id) => ({ key, id: String(id) })));
  if (named.length === 0) return;
  const { rows } = await sql<{ id: string; field: string }>`
    update survey_file set response_id = ${responseId}, resume = null
    where org_id = ${orgId} and resume = ${resume} and id::text = any(${named.map(({ id }) => id)}::text[]) returning id, field`.execute(
    db,
  );
  const claimed = new Set(rows.map(({ id, field }) => `${field} ${id}`));
  const strange = named.filter(({ key, id }) => !claimed.has(`${key} ${id}`));
  if (strange.length > 0) throw invalid(strange.map(({ key }) => ({ path: `answers.${key}`, code: 'unknown_file' })));
}

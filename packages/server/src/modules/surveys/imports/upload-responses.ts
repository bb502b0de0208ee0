import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { uploadResponses as endpoint } from '@zhiheng/contract/surveys/response-imports';
import { AppError } from '../../../platform/errors.ts';
import { streamToStoredFile } from '../../../platform/files/stored-file.ts';
import type { Call } from '../../../platform/operation.ts';
import { decodeStart, guessEncoding, type Encoding } from '../../../platform/table-files/decode-text.rules.ts';
import { guessDelimiter } from '../../../platform/table-files/delimiter.rules.ts';
import { recogniseFile } from '../../../platform/table-files/recognise-file.rules.ts';
import { cleanName } from '../../../platform/files/clean-name.ts';
import { findSurvey } from '../read-survey.ts';

const largest = 200 * 1024 * 1024;

/** Takes a table of answers in as it comes: whatever its size, a chunk of it is in memory. */
export async function uploadResponses(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Reply<typeof endpoint>> {
  const survey = await findSurvey(call, params.id);
  if (!call.request.isMultipart()) throw new AppError(415, 'file_missing', { params: { expected: 'multipart/form-data' } });
  const part = await call.request.file({ limits: { fileSize: largest }, throwFileSizeLimit: false });
  if (part === undefined) throw new AppError(400, 'file_missing', { params: { expected: 'file' } });
  const name = cleanName(part.filename);
  const look = new FileLook();
  const stored = await streamToStoredFile(call, { name, bytes: part.file }, (chunk) => look.take(chunk));
  if (part.file.truncated) throw new AppError(413, 'file_too_large', { params: { most: largest } });
  const { db, orgId, now } = call;
  await db
    .insertInto('survey_import_file')
    .values({ org_id: orgId, id: stored.id, survey_id: survey.id, ...look.told(), created_at: now })
    .execute();
  return { ...stored, name };
}

/** What has to be known of a table before it is read: told by its beginning, and whether all of it is UTF-8. */
class FileLook {
  #start: Buffer | null = null;
  #valid = true;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  /** Refuses at its first chunk what is no table. */
  take(chunk: Buffer): void {
    if (this.#start === null) {
      const recognised = recogniseFile(chunk);
      if (recognised.kind === 'refused') throw new AppError(recognised.code === 'file_empty' ? 422 : 415, recognised.code);
      if (recognised.format === 'xlsx') throw new AppError(415, 'table_must_be_csv');
      this.#start = chunk;
    }
    if (this.#valid) this.#valid = this.#takes(chunk);
  }

  told(): { readonly encoding: Encoding; readonly delimiter: string } {
    if (this.#start === null) throw new AppError(422, 'file_empty');
    const wide = guessEncoding(this.#start) === 'utf-16le';
    return { encoding: wide ? 'utf-16le' : this.#valid ? 'utf-8' : 'gb18030', delimiter: guessDelimiter(decodeStart(this.#start) ?? '') };
  }

  #takes(chunk: Buffer): boolean {
    try {
      this.#decoder.decode(chunk, { stream: true });
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

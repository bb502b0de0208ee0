import { AppError } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { storeAttachment } from '../../cases/index.ts';
import type { ReadMail } from './read-mail.ts';

interface Stored {
  readonly attachmentIds: readonly string[];
  /** says which files came and which were not taken; empty when there were none */
  readonly line: string;
}

const words = {
  zh: { came: '附件：', refused: '未接收的附件：', comma: '、' },
  en: { came: 'Attached: ', refused: 'Not accepted: ', comma: ', ' },
} as const;

/** Stores the files of a mail by the same rules as those that people upload. */
export async function storeFiles(operation: Operation, files: ReadMail['attachments'], language: 'zh' | 'en'): Promise<Stored> {
  const stored = [];
  const refused: string[] = [];
  for (const file of files) {
    const attachment = await tryToStore(operation, file);
    if (attachment === null) refused.push(file.name);
    else stored.push(attachment);
  }
  const { came, refused: not, comma } = words[language];
  const lines = [
    ...(stored.length > 0 ? [`${came}${stored.map(({ name }) => name).join(comma)}`] : []),
    ...(refused.length > 0 ? [`${not}${refused.join(comma)}`] : []),
  ];
  return { attachmentIds: stored.map(({ id }) => id), line: lines.join('\n') };
}

async function tryToStore(operation: Operation, file: ReadMail['attachments'][number]) {
  try {
    return await storeAttachment(operation, file);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

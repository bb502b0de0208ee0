import { uploadByLink, writeByLink } from '@zhiheng/contract/cases/portal';
import { call } from '../../lib/call.ts';

interface Message {
  readonly token: string;
  readonly body: string;
  readonly files: readonly File[];
  /** before each file is sent, from 1 */
  readonly onFile?: (n: number) => void;
}

/** Sends files one after the other, as a phone's connection likes it, and then the message that names them. */
export async function sendMessage({ token, body, files, onFile }: Message): Promise<void> {
  const attachmentIds: string[] = [];
  for (const [place, file] of files.entries()) {
    onFile?.(place + 1);
    const form = new FormData();
    form.append('file', file);
    attachmentIds.push((await call(uploadByLink, { params: { token }, body: form })).id);
  }
  await call(writeByLink, { params: { token }, body: { body, attachmentIds } });
}

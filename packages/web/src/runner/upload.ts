import { acceptOf } from './questions/file.ts';
import type { Runner } from './runner.ts';
import type { Upload } from './runner-state.ts';
import { Spurned } from './send/transport.ts';
import { newSecret } from './keep/new-secret.ts';
import { questionOf } from './view.ts';

const largest = 25 * 1024 * 1024;

/** Sends a file while the answering goes on; its id becomes part of the answer once it is there. */
export async function upload(runner: Runner, field: string, file: File): Promise<void> {
  const question = questionOf(runner.state.run.form, field);
  if (question?.type !== 'file' || taken(runner, field) >= question.most) return;
  const fault = file.size > largest ? 'too-large' : isAccepted(file, acceptOf(question)) ? null : 'kind';
  const started: Upload = { key: newSecret(), field, name: file.name, size: file.size, share: 0, fault };
  runner.set({ uploads: [...runner.state.uploads, started], problem: null });
  if (fault === null) await send(runner, started, file);
}

const taken = (runner: Runner, field: string): number =>
  runner.state.uploads.filter((one) => one.field === field && one.fault === null).length;

const faults: Readonly<Record<string, Upload['fault']>> = { too_large: 'too-large', file_type_refused: 'kind' };

async function send(runner: Runner, { key, field }: Upload, file: File): Promise<void> {
  const { resume } = runner.state;
  try {
    const sent = await runner.parts.transport.upload?.({ resume, field, file, onShare: (share) => change(runner, key, { share }) });
    // Removed while it was on its way: nothing answers with it.
    if (sent === undefined || !runner.state.uploads.some((one) => one.key === key)) return;
    change(runner, key, { share: 1, key: sent.id });
    answerFiles(runner, field);
  } catch (error) {
    change(runner, key, { fault: (error instanceof Spurned ? faults[error.code] : null) ?? 'failed' });
  }
}

export function removeUpload(runner: Runner, key: string): void {
  const field = runner.state.uploads.find((one) => one.key === key)?.field ?? '';
  runner.set({ uploads: runner.state.uploads.filter((one) => one.key !== key) });
  answerFiles(runner, field);
}

function change(runner: Runner, key: string, to: Partial<Upload>): void {
  runner.set({ uploads: runner.state.uploads.map((one) => (one.key === key ? { ...one, ...to } : one)) });
}

function answerFiles(runner: Runner, field: string): void {
  const ids = runner.state.uploads.filter((one) => one.field === field && one.share === 1).map(({ key }) => key);
  runner.answer(new Map([[field, ids.length === 0 ? null : ids]]));
}

/** The browser's own filter can be gone round by dragging. */
function isAccepted({ type, name }: File, accept: string): boolean {
  return accept.split(',').some((one) => {
    if (one.startsWith('.')) return name.toLowerCase().endsWith(one);
    return one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : type === one;
  });
}

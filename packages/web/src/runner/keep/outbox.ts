import { Spurned, type Submission, type SubmitReply, type Transport } from '../send/transport.ts';
import { readJson, writeJson } from './local-copy.ts';

/** Answers that are complete and not at the server yet, oldest first. `spurned`: the server said that it does not take them. */
interface Waiting {
  readonly submission: Submission;
  readonly spurned: string | null;
}

/** What became of one submission. */
export type Sent =
  | { readonly kind: 'taken'; readonly reply: SubmitReply }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'spurned'; readonly fault: Spurned };

export interface Outbox {
  /** false: this device has no storage or no room left, so that it is kept only until the page is closed */
  put(submission: Submission): boolean;
  /** Sends what waits, one after the other; stops where the server cannot be reached. */
  flush(): Promise<ReadonlyMap<string, Sent>>;
  /** forgets a submission */
  drop(resume: string): void;
  counts(): { readonly waiting: number; readonly spurned: number };
}

/** Stored in the browser under the token (null: in this page only), so that neither a lost connection nor a closed page loses an answer. Sent twice, an answer is one answer. */
export function createOutbox(token: string | null, transport: Transport): Outbox {
  const name = `zhiheng-outbox-${token}`;
  let unstored: readonly Waiting[] | null = token === null ? [] : null;
  const read = (): readonly Waiting[] => unstored ?? readJson<readonly Waiting[]>(name) ?? [];
  const change = (to: (list: readonly Waiting[]) => readonly Waiting[]): boolean => {
    const list = to(read());
    const stored = token !== null && writeJson(name, list.length === 0 ? null : list);
    unstored = stored ? null : list;
    return stored;
  };
  const drop = (resume: string) => void change((list) => list.filter(({ submission }) => submission.resume !== resume));
  let sending: Promise<ReadonlyMap<string, Sent>> | null = null;
  const sendAll = async (): Promise<ReadonlyMap<string, Sent>> => {
    const results = new Map<string, Sent>();
    for (const { submission } of read().filter(({ spurned }) => spurned === null)) {
      const sent = await attempt(transport, submission);
      results.set(submission.resume, sent);
      if (sent.kind === 'waiting') break;
      if (sent.kind === 'taken') drop(submission.resume);
      else change((list) => list.map((one) => (one.submission.resume === submission.resume ? { ...one, spurned: sent.fault.code } : one)));
    }
    return results;
  };
  return {
    put: (submission) =>
      change((list) => [...list.filter((one) => one.submission.resume !== submission.resume), { submission, spurned: null }]),
    flush: () => (sending ??= sendAll().finally(() => (sending = null))),
    drop,
    counts: () => {
      const spurned = read().filter((one) => one.spurned !== null).length;
      return { waiting: read().length - spurned, spurned };
    },
  };
}

async function attempt(transport: Transport, submission: Submission): Promise<Sent> {
  try {
    return { kind: 'taken', reply: await transport.submit(submission) };
  } catch (error) {
    if (!(error instanceof Spurned) || error.code === 'too_many_requests') return { kind: 'waiting' };
    return { kind: 'spurned', fault: error };
  }
}

import type { Problem } from '@zhiheng/contract/values/problem';
import {
  Spurned,
  Unreached,
  type Draft,
  type Submission,
  type SubmitReply,
  type Transport,
  type UploadOrder,
  type UploadReply,
} from './transport.ts';

/** Sends to the server that the page came from. The schemas of the contract would weigh more than all the rest of the page. */
export function httpTransport(token: string): Transport {
  const base = `/api/v1/runs/${encodeURIComponent(token)}`;
  return {
    submit: (submission: Submission) => send<SubmitReply>('POST', `${base}/responses`, submission),
    save: (draft: Draft) => send('PUT', `${base}/draft`, draft),
    upload: (order) => upload(base, order),
    refuse: () => send('POST', `${base}/refusal`),
  };
}

/** An answer that never comes is as good as none. */
const patience = 20_000;

async function send<T>(method: 'POST' | 'PUT', url: string, body?: unknown): Promise<T> {
  const content = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, { method, signal: AbortSignal.timeout(patience), ...content }).catch(() => null);
  if (answer === null) throw new Unreached();
  if (!answer.ok) throw faultOf(answer.status, await answer.text());
  return (await answer.json()) as T;
}

function faultOf(status: number, text: string): Error {
  const problem = problemIn(text);
  if (status >= 500 || problem === null) return new Unreached();
  return new Spurned(problem.code, problem.params);
}

/** What stands between browser and server may answer in words of its own. */
function problemIn(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}

/** Only the older kind of request tells how far an upload is. */
function upload(base: string, { resume, field, file, onShare }: UploadOrder): Promise<UploadReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${base}/files/${encodeURIComponent(field)}?resume=${encodeURIComponent(resume)}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(Math.min(0.99, loaded / total)));
    request.addEventListener('load', () =>
      request.status === 200
        ? resolve(JSON.parse(request.responseText) as UploadReply)
        : reject(faultOf(request.status, request.responseText)),
    );
    request.addEventListener('error', () => reject(new Unreached()));
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

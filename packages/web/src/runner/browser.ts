import './page.css';
import type { Run } from '@zhiheng/contract/surveys/runs';
import { localKeeper, readJson, writeJson, type LocalCopy } from './keep/local-copy.ts';
import { keepPage } from './keep/keep-page.ts';
import { newSecret } from './keep/new-secret.ts';
import { createOutbox, type Outbox } from './keep/outbox.ts';
import { mountRunner, type MountedRunner } from './mount-runner.ts';
import type { RunnerState } from './runner-state.ts';
import { httpTransport } from './send/http-transport.ts';

/** What the server wrote into the page. */
export interface PageData {
  readonly token: string;
  readonly run: Run;
  readonly resume: string;
  readonly language: string;
}

const script = document.getElementById('run');
const root = document.getElementById('runner');
if (script !== null && root !== null) void start(root, JSON.parse(script.textContent ?? '') as PageData);

async function start(element: HTMLElement, data: PageData): Promise<void> {
  const { token } = data;
  const isKiosk = data.run.mode === 'kiosk';
  const keeper = isKiosk ? null : localKeeper(token);
  const transport = httpTransport(token);
  const outbox = createOutbox(token, transport);
  const copy = keeper?.read() ?? null;
  const run = await runFor(data, copy);
  const runner = mountRunner(element, {
    run: { ...run, saved: null },
    transport,
    outbox,
    // A page that was kept bears the secret of an answer that is sent already: each person at a kiosk has one of their own.
    resume: isKiosk ? newSecret() : data.resume,
    language: data.language,
    device: run.anonymous ? '' : deviceName(),
    isDrawn: copy === null,
    ...(keeper === null ? {} : { keeper }),
    onChange: (state) => speakPage(state),
  });
  keepSending(runner, outbox);
  const own = document.querySelector<HTMLScriptElement>('script[src]');
  if (isKiosk && own !== null) await keepPage(token, own.src);
}

/** Whoever began with an earlier version goes on with it. */
async function runFor({ token, run }: PageData, copy: LocalCopy | null): Promise<Run> {
  if (copy === null || copy.versionId === run.versionId) return run;
  const answer = await fetch(`/api/v1/runs/${encodeURIComponent(token)}?resume=${copy.resume}`).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as Run) : run;
}

/** A name for this device that says nothing about it. */
function deviceName(): string {
  const known = readJson<string>('zhiheng-device');
  if (known !== null) return known;
  const name = newSecret();
  writeJson('zhiheng-device', name);
  return name;
}

/** What could not be sent goes out as soon as there is a connection again. */
function keepSending(runner: MountedRunner, outbox: Outbox): void {
  const send = () => {
    if (outbox.counts().waiting > 0) void runner.flush();
  };
  addEventListener('online', send);
  setInterval(send, 5_000);
  send();
}

function speakPage({ language, run }: RunnerState): void {
  document.documentElement.lang = language;
  document.title = run.form.title[language] ?? document.title;
}

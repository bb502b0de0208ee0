import './runner.css';
import type { Run } from '@zhiheng/contract/surveys/runs';
import type { LocalCopy, Keeper } from './keep/local-copy.ts';
import { newSecret } from './keep/new-secret.ts';
import { createOutbox, type Outbox } from './keep/outbox.ts';
import { watchKiosk } from './kiosk.ts';
import { listen, readAround } from './listen.ts';
import { Runner } from './runner.ts';
import { startState, type RunnerState } from './runner-state.ts';
import type { SubmitReply, Transport } from './send/transport.ts';

export interface RunnerOptions {
  /** the form and what surrounds it */
  readonly run: Run;
  /** where the answers go */
  readonly transport: Transport;
  /** language of the form; its first one when absent */
  readonly language?: string;
  /** secret of this answer; a new one when absent */
  readonly resume?: string;
  /** where a copy is kept on this device; nowhere when absent */
  readonly keeper?: Keeper;
  /** answers that are complete and not sent yet; kept for this page only when absent */
  readonly outbox?: Outbox;
  readonly device?: string;
  /** the first page is there as markup of the server, and may have been answered already */
  readonly isDrawn?: boolean;
  readonly onChange?: (state: RunnerState) => void;
  readonly onEnded?: (reply: SubmitReply) => void;
}

export interface MountedRunner {
  /** another form or other settings, as while a survey is being built: the answers that still fit stay */
  update(run: Run): void;
  /** begins anew, as for the next person on the telephone */
  restart(): void;
  /** brings a page on the screen, by its key */
  show(page: string): void;
  flush(): Promise<void>;
  unmount(): void;
}

/** Asks a survey inside an element: the same code on the page of a survey, in the preview of a builder and on the telephone. */
export function mountRunner(root: HTMLElement, options: RunnerOptions): MountedRunner {
  const { run, isDrawn = false } = options;
  root.classList.add('runner');
  const runner = startRunner(root, options);
  if (isDrawn) takeWhatIsThere(runner, root);
  runner.draw();
  const stops = [listen(runner, root), ...(run.mode === 'kiosk' ? [watchKiosk(runner, root)] : [])];
  return {
    update: (next) => runner.set({ run: next, faults: [] }),
    restart: () => runner.restart(),
    show: (page) => runner.set({ page, faults: [] }),
    flush: () => runner.flush(),
    unmount: () => {
      for (const stop of stops) stop();
      root.replaceChildren();
      root.classList.remove('runner');
    },
  };
}

const usual = { keeper: null, device: '', onChange: () => undefined, onEnded: () => undefined } as const;

function startRunner(root: HTMLElement, options: RunnerOptions): Runner {
  const { run, transport, keeper, device, onChange, onEnded } = { ...usual, ...options };
  const parts = { root, transport, outbox: options.outbox ?? createOutbox(null, transport), keeper, device, onChange, onEnded };
  const copy = fitting(keeper?.read() ?? null, run);
  if (copy !== null) return new Runner(parts, { ...startState(run, copy.resume, copy.language), ...restored(copy) }, copy.seconds);
  return new Runner(parts, startState(run, options.resume ?? newSecret(), options.language ?? run.form.languages[0] ?? 'zh'));
}

/** A copy of another version is not read: its page asks the server for that version first. */
const fitting = (copy: LocalCopy | null, { versionId }: Run): LocalCopy | null => (copy?.versionId === versionId ? copy : null);

const restored = ({ answers, page, language, consent, uploads }: LocalCopy): Partial<RunnerState> => ({
  answers,
  page,
  language,
  consent,
  uploads: uploads.filter(({ share }) => share === 1),
});

/** Whoever was quicker than the script keeps what they chose. */
function takeWhatIsThere(runner: Runner, root: HTMLElement): void {
  if (runner.state.stage.kind !== 'asking' || runner.view.pageAt > 0) return;
  for (const question of root.querySelectorAll('[data-question]')) {
    const touched = [...question.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')];
    if (touched.some(isFilled)) readAround(runner, question);
  }
  const consent = root.querySelector<HTMLInputElement>('[data-do="consent"]');
  if (consent?.checked === true) runner.agree(true);
}

function isFilled(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (!(input instanceof HTMLInputElement)) return input.value !== '';
  if (input.type === 'range') {
    const moved = input.value !== input.defaultValue;
    if (moved) input.removeAttribute('data-empty');
    return moved;
  }
  if (input.type === 'file') return false;
  return input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value !== '';
}

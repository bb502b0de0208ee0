import { endingOf, type Answer } from '@zhiheng/forms/answers';
import { closedReasonOf } from './closed-reason-of.ts';
import { patch } from './dom/patch.ts';
import { focusFault, focusHeading } from './dom/focus.ts';
import type { Keeper } from './keep/local-copy.ts';
import { newSecret } from './keep/new-secret.ts';
import type { Outbox, Sent } from './keep/outbox.ts';
import { faultsHere, faultsLeft, faultsOf } from './page-faults.ts';
import { renderRunner } from './render/render-runner.ts';
import { startState, type RunnerState } from './runner-state.ts';
import { travelling, type Submission, type SubmitReply, type Transport } from './send/transport.ts';
import { Stopwatch } from './stopwatch.ts';
import { viewOf, type View } from './view.ts';

export interface RunnerParts {
  readonly root: HTMLElement;
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly keeper: Keeper | null;
  /** name of this device for surveys that allow one answer for each; empty where nobody may know */
  readonly device: string;
  readonly onChange: (state: RunnerState) => void;
  readonly onEnded: (reply: SubmitReply) => void;
}

/** Asks: holds the state, draws it, and decides what follows from what somebody does. */
export class Runner {
  #state: RunnerState;
  #watch: Stopwatch;
  #pasted = 0;

  constructor(
    readonly parts: RunnerParts,
    state: RunnerState,
    seconds = 0,
  ) {
    this.#state = state;
    this.#watch = new Stopwatch(seconds);
  }

  get state(): RunnerState {
    return this.#state;
  }
  get view(): View {
    return viewOf(this.#state);
  }

  set(change: Partial<RunnerState>): void {
    this.#state = { ...this.#state, ...change };
    this.draw();
    this.parts.onChange(this.#state);
  }

  draw(): void {
    const { root } = this.parts;
    root.lang = this.#state.language;
    root.dataset['mode'] = this.#state.run.mode;
    patch(root, renderRunner(this.#state, true).text);
  }

  /** Takes answers by field; null takes one back. */
  answer(given: ReadonlyMap<string, Answer | null>): void {
    const before = Object.entries(this.#state.answers).filter(([field]) => !given.has(field));
    const said = [...given].filter((pair): pair is [string, Answer] => pair[1] !== null);
    this.#change({ answers: Object.fromEntries([...before, ...said]), problem: null });
  }

  agree(consent: boolean): void {
    this.#change({ consent });
  }

  speak(language: string): void {
    this.#change({ language });
  }

  notePaste(): void {
    this.#pasted += 1;
  }

  /** Leaves the page for the next one, if nothing on it is missing; after the last one submits. */
  next(): void {
    const { view } = this;
    if (this.#state.stage.kind !== 'asking') return;
    const faults = faultsHere(view);
    if (faults.length > 0) return this.#showFaults(faults);
    if (this.#state.uploads.some(({ share, fault }) => share < 1 && fault === null)) return this.set({ problem: 'uploading' });
    const after = view.shown.pages[view.pageAt + 1];
    if (after === undefined) void this.submit();
    else this.#turnTo(after.key);
  }

  back(): void {
    const before = this.view.shown.pages[this.view.pageAt - 1];
    if (before !== undefined) this.#turnTo(before.key);
  }

  async submit(): Promise<void> {
    const { view } = this;
    const [first] = faultsOf(view);
    if (first !== undefined) {
      this.set({ page: first.page });
      return this.#showFaults(faultsHere(this.view));
    }
    this.#watch.turn(view.page?.key ?? '');
    const submission = this.#submission(view);
    const stored = this.parts.outbox.put(submission);
    if (this.#state.run.mode === 'kiosk') return this.#endAtOnce(view, stored);
    this.set({ stage: { kind: 'sending' }, faults: [], problem: null });
    await this.flush();
  }

  /** Sends what waits, and shows what became of the answers on this screen. */
  async flush(): Promise<void> {
    const results = await this.parts.outbox.flush();
    const own = results.get(this.#state.resume);
    if (own !== undefined && this.#state.run.mode !== 'kiosk') this.#settle(own);
    this.countQueue();
  }

  countQueue(): void {
    const { waiting, spurned } = this.parts.outbox.counts();
    if (this.#state.run.mode !== 'kiosk') return;
    if (waiting !== this.#state.queued || spurned !== this.#state.spurned) this.set({ queued: waiting, spurned });
  }

  /** The next person begins: nothing of the one before is left. */
  restart(language = this.#state.run.form.languages[0] ?? 'zh'): void {
    const { queued, spurned, run } = this.#state;
    this.#watch = new Stopwatch();
    this.#pasted = 0;
    this.set({ ...startState(run, newSecret(), language), queued, spurned });
    this.#toTop();
  }

  async refuse(): Promise<void> {
    try {
      await this.parts.transport.refuse?.();
      this.parts.keeper?.clear();
      this.set({ stage: { kind: 'refused' } });
      focusHeading(this.parts.root);
    } catch {
      this.set({ refusing: false, problem: 'refusal' });
    }
  }

  #change(change: Partial<RunnerState>): void {
    const view = viewOf({ ...this.#state, ...change });
    this.set({ ...change, faults: faultsLeft(view) });
    this.keep();
  }

  #showFaults(faults: RunnerState['faults']): void {
    this.set({ faults, problem: null });
    focusFault(this.parts.root, faults[0]?.field ?? '', this.view);
  }

  #turnTo(page: string): void {
    this.#watch.turn(this.view.page?.key ?? '');
    this.set({ page, faults: [], problem: null });
    this.keep();
    this.#saveDraft();
    this.#toTop();
    focusHeading(this.parts.root);
  }

  #toTop(): void {
    // A preview is scrolled by itself: the page around it stays where it is.
    if (this.#state.run.mode === 'preview') this.parts.root.scrollTop = 0;
    else this.parts.root.scrollIntoView({ block: 'start' });
  }

  keep(): void {
    const { run, resume, answers, page, language, consent, uploads } = this.#state;
    const copy = { resume, versionId: run.versionId, answers: travelling(answers), page, language, consent, uploads };
    this.parts.keeper?.write({ ...copy, seconds: this.#watch.seconds });
  }

  /** The copy on this device is the one that counts: a draft that does not arrive is sent again with the next page. */
  #saveDraft(): void {
    const { run, resume, page, language } = this.#state;
    if (run.mode === 'kiosk') return;
    const draft = { resume, versionId: run.versionId, answers: travelling(this.view.shown.answers), page, language };
    this.parts.transport.save?.(draft).catch(() => undefined);
  }

  #submission(view: View): Submission {
    const { resume, run, language, consent } = this.#state;
    const trace = { seconds: Math.round(this.#watch.seconds), pages: [...this.#watch.pages()].slice(0, 60), pasted: this.#pasted };
    const answers = travelling(view.shown.answers);
    return { resume, versionId: run.versionId, answers, language, consent, trace: { ...trace, device: this.parts.device } };
  }

  #endAtOnce({ form, shown }: View, stored: boolean): void {
    const { answers, run } = this.#state;
    const ending = endingOf(form, answers, run.given)?.key ?? null;
    this.set({ stage: { kind: 'ended', ending, screened: shown.screenedOut !== null }, problem: stored ? null : 'device_full' });
    this.#toTop();
    this.countQueue();
    void this.flush();
  }

  #settle(sent: Sent): void {
    if (sent.kind === 'taken') this.#end(sent.reply);
    else if (sent.kind === 'waiting') this.set({ stage: { kind: 'waiting' } });
    else {
      this.parts.outbox.drop(this.#state.resume);
      const reason = closedReasonOf(sent.fault);
      this.set(
        reason === null ? { stage: { kind: 'asking' }, problem: sent.fault.code } : { stage: { kind: 'closed', reason, opensAt: null } },
      );
    }
    focusHeading(this.parts.root);
  }

  #end(reply: SubmitReply): void {
    this.parts.keeper?.clear();
    if (reply.state === 'quota-full') this.set({ stage: { kind: 'closed', reason: 'quota-full', opensAt: null } });
    else this.set({ stage: { kind: 'ended', ending: reply.ending, screened: reply.state === 'screened-out' } });
    this.#toTop();
    this.parts.onEnded(reply);
  }
}

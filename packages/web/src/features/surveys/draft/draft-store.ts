import type { Form } from '@zhiheng/forms/definition';
import { DraftSaver, type SaveState, type SendDraft } from '../../../lib/draft-saver.ts';
import type { Drafted } from './draft-home.ts';
import { changed, historyOf, redone, undone, type History } from './draft-history.ts';

export interface DraftView {
  readonly form: Form;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The draft of one form while the application is open: every page that edits it sees the same one, with its steps to take back. */
export class DraftStore {
  #history: History<Form>;
  #save: SaveState = { kind: 'saved' };
  #view: DraftView;
  readonly #saver: DraftSaver<Form>;
  readonly #listeners = new Set<() => void>();

  constructor({ form, version }: Omit<Drafted, 'id'>, send: SendDraft<Form>) {
    this.#history = historyOf(form);
    this.#saver = new DraftSaver(version, send, (state) => {
      this.#save = state;
      this.#publish();
    });
    this.#view = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): DraftView => this.#view;

  /** `touched` names what is typed at, so that a word is taken back as a whole. */
  readonly change = (form: Form, touched: string | null = null): void => this.#step(changed(this.#history, form, touched));
  readonly undo = (): void => this.#step(undone(this.#history));
  readonly redo = (): void => this.#step(redone(this.#history));
  readonly flush = (): Promise<void> => this.#saver.flush();

  /** Takes over what was read from the server when it is newer and nothing here waits. */
  adopt({ form, version }: Omit<Drafted, 'id'>): void {
    if (version <= this.#saver.version || !this.#saver.isIdle) return;
    this.#saver.goOnFrom(version);
    if (JSON.stringify(form) === JSON.stringify(this.#history.present)) return;
    this.#history = historyOf(form);
    this.#publish();
  }

  /** What is here is saved over what somebody else saved meanwhile. */
  keepMine(version: number): void {
    this.#saver.goOnFrom(version);
  }

  /** What somebody else saved takes the place of what is here; one step takes it back. */
  takeTheirs({ form, version }: Omit<Drafted, 'id'>): void {
    this.#saver.goOnFrom(version);
    this.change(form);
  }

  #step(next: History<Form>): void {
    if (next === this.#history) return;
    const isOther = next.present !== this.#history.present;
    this.#history = next;
    if (isOther) this.#saver.want(next.present);
    this.#publish();
  }

  #publish(): void {
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): DraftView {
    const { past, present, future } = this.#history;
    return { form: present, save: this.#save, canUndo: past.length > 0, canRedo: future.length > 0 };
  }
}

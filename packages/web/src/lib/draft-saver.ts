import { statusOf } from './problem-words.ts';

/** Where the draft stands: `overtaken` when somebody else saved meanwhile. */
export type SaveState =
  { readonly kind: 'saved' | 'waiting' | 'saving' | 'overtaken' } | { readonly kind: 'failed'; readonly error: unknown };

/** Something written, with the version that was read before it was changed; answers with the version that it is now. */
export type SendDraft<T> = (draft: T, version: number) => Promise<{ readonly version: number }>;

// Long enough to finish a word, short enough to lose none.
const pauseMilliseconds = 700;
const retryMilliseconds = 4_000;

/** Sends a draft a moment after it was changed, one at a time, and says where it stands. */
export class DraftSaver<T> {
  #version: number;
  readonly #send: SendDraft<T>;
  readonly #tell: (state: SaveState) => void;
  #wanted: T | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #stopped = false;

  constructor(version: number, send: SendDraft<T>, tell: (state: SaveState) => void) {
    this.#version = version;
    this.#send = send;
    this.#tell = tell;
  }

  get version(): number {
    return this.#version;
  }

  /** Nothing waits and nothing is under way. */
  get isIdle(): boolean {
    return this.#wanted === null && !this.#sending;
  }

  want(draft: T): void {
    this.#wanted = draft;
    if (this.#stopped) return;
    this.#tell({ kind: this.#sending ? 'saving' : 'waiting' });
    this.#later(pauseMilliseconds);
  }

  /** Sends at once what waits: a page is left, or something needs it to be there. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#wanted;
    if (draft === null || this.#sending || this.#stopped) return;
    this.#wanted = null;
    this.#sending = true;
    this.#tell({ kind: 'saving' });
    try {
      this.#version = (await this.#send(draft, this.#version)).version;
      this.#sending = false;
      this.#settle();
    } catch (error) {
      this.#sending = false;
      this.#failed(draft, error);
    }
  }

  /** Goes on from another version: what is here wins over what somebody else saved. */
  goOnFrom(version: number): void {
    this.#version = version;
    this.#stopped = false;
    if (this.#wanted !== null) this.#later(0);
  }

  #settle(): void {
    if (this.#wanted === null) this.#tell({ kind: 'saved' });
    else this.#later(0);
  }

  #failed(draft: T, error: unknown): void {
    this.#wanted ??= draft;
    this.#stopped = statusOf(error) === 409;
    this.#tell(this.#stopped ? { kind: 'overtaken' } : { kind: 'failed', error });
    // A lost connection comes back; what the server refuses waits for the next change.
    if (statusOf(error) === 0) this.#later(retryMilliseconds);
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }
}

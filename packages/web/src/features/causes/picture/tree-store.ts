import type { CauseMethod, CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { DraftSaver, type SaveState, type SendDraft } from '../../../lib/draft-saver.ts';
import { fitted } from './tree-edits.rules.ts';

export interface TreeView {
  readonly tree: CauseTree;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const mostSteps = 200;

/** The tree as it is being edited: each change can be taken back, and is saved a moment later. */
export class TreeStore {
  #past: CauseTree[] = [];
  #future: CauseTree[] = [];
  #tree: CauseTree;
  #save: SaveState = { kind: 'saved' };
  #view: TreeView;
  readonly #method: CauseMethod;
  readonly #saver: DraftSaver<CauseTree>;
  readonly #listeners = new Set<() => void>();

  constructor({ method, tree, version }: { method: CauseMethod; tree: CauseTree; version: number }, send: SendDraft<CauseTree>) {
    this.#method = method;
    this.#tree = tree;
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
  readonly view = (): TreeView => this.#view;
  readonly flush = (): Promise<void> => this.#saver.flush();

  readonly change = (next: readonly CauseNode[]): void => {
    const tree = fitted(this.#method, next);
    if (JSON.stringify(tree) === JSON.stringify(this.#tree)) return;
    this.#past = [...this.#past, this.#tree].slice(-mostSteps);
    this.#future = [];
    this.#take(tree);
  };

  readonly undo = (): void => {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#tree, ...this.#future];
    this.#take(before);
  };

  readonly redo = (): void => {
    const [next, ...rest] = this.#future;
    if (next === undefined) return;
    this.#future = rest;
    this.#past = [...this.#past, this.#tree];
    this.#take(next);
  };

  /** What is here is saved over what somebody else saved meanwhile. */
  keepMine(version: number): void {
    this.#saver.goOnFrom(version);
  }

  /** What somebody else saved takes the place of what is here; one step takes it back. */
  takeTheirs({ tree, version }: { readonly tree: CauseTree; readonly version: number }): void {
    this.#saver.goOnFrom(version);
    this.change([...tree]);
  }

  #take(tree: CauseTree): void {
    this.#tree = tree;
    this.#saver.want(tree);
    this.#publish();
  }

  #publish(): void {
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): TreeView {
    return { tree: this.#tree, save: this.#save, canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 };
  }
}

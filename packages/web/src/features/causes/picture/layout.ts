import type { CauseMethod, CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { layFishbone } from './lay-fishbone.rules.ts';
import { layTree } from './lay-tree.rules.ts';

export interface Box {
  readonly node: CauseNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}
/** A line or a word that belongs to no node: a bone, its name, a link. */
export interface Stroke {
  readonly d: string;
  readonly heavy: boolean;
}
export interface Caption {
  readonly x: number;
  readonly y: number;
  readonly kind: NonNullable<CauseNode['kind']>;
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
  readonly captions: readonly Caption[];
}

/** Where everything of an analysis stands. */
export const layOut = (method: CauseMethod, tree: CauseTree): Layout => (method === 'fishbone' ? layFishbone(tree) : layTree(tree));

import type { CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { boxWidth, sizeOf } from './box-size.rules.ts';
import type { Box, Caption, Layout, Stroke } from './layout.ts';

type Kind = NonNullable<CauseNode['kind']>;
const above: readonly Kind[] = ['people', 'process', 'technology'];
const below: readonly Kind[] = ['resources', 'environment'];

const edge = 16;
const captionHeight = 30;
const gap = 12;
const indent = 22;
/** A bone leans: so far its foot stands to the right of its head. */
const lean = 40;
const columnWidth = boxWidth + 3 * indent + lean + 20;
const least = 130;

/** The problem at the right end of the spine; causes hang on five bones by kind, what lies deeper is set in. */
export function layFishbone(tree: CauseTree): Layout {
  const root = tree.find(({ parentId }) => parentId === null);
  if (root === undefined) return { width: 0, height: 0, boxes: [], strokes: [], captions: [] };
  const reach = (kinds: readonly Kind[]): number => Math.max(least, ...kinds.map((kind) => heightOf(branch(tree, root, kind))));
  const spine = edge + captionHeight + reach(above) + gap;
  const foot = spine + gap + reach(below);
  const size = sizeOf(root);
  const headX = edge + above.length * columnWidth + 30;
  const head: Box = { node: root, x: headX, y: spine - size.height / 2, width: boxWidth, ...size };
  const bones = [
    ...above.map((kind, at) => bone(tree, root, { kind, x: edge + at * columnWidth, spine, end: edge + captionHeight, up: true })),
    ...below.map((kind, at) => bone(tree, root, { kind, x: edge + at * columnWidth, spine, end: foot, up: false })),
  ];
  return {
    width: headX + boxWidth + edge,
    height: foot + captionHeight + edge,
    boxes: [head, ...bones.flatMap(({ boxes }) => boxes)],
    strokes: [{ d: `M${edge} ${spine} H${headX}`, heavy: true }, ...bones.flatMap(({ strokes }) => strokes)],
    captions: bones.map(({ caption }) => caption),
  };
}

interface Hung {
  readonly node: CauseNode;
  readonly depth: number;
}

/** The causes of a bone, each followed by what lies below it. */
function branch(tree: CauseTree, root: CauseNode, kind: Kind): Hung[] {
  const under = (node: CauseNode, depth: number): Hung[] => [
    { node, depth },
    ...tree.filter(({ parentId }) => parentId === node.id).flatMap((child) => under(child, depth + 1)),
  ];
  return tree.filter((node) => node.parentId === root.id && node.kind === kind).flatMap((node) => under(node, 0));
}

const heightOf = (hung: readonly Hung[]): number => hung.reduce((sum, { node }) => sum + sizeOf(node).height + gap, 0);

interface Place {
  readonly kind: Kind;
  readonly x: number;
  readonly spine: number;
  readonly end: number;
  readonly up: boolean;
}

interface Bone {
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
  readonly caption: Caption;
}

function bone(tree: CauseTree, root: CauseNode, { kind, x, spine, end, up }: Place): Bone {
  const hung = branch(tree, root, kind);
  const [topX, footX] = [x + 12, x + 12 + lean];
  const at = (y: number): number => topX + ((y - end) / (spine - end)) * (footX - topX);
  let y = up ? spine - gap - heightOf(hung) : spine + gap;
  const boxes = hung.map(({ node, depth }) => {
    const size = sizeOf(node);
    const box: Box = { node, x: x + 12 + lean + 14 + Math.min(depth, 3) * indent, y, width: boxWidth, ...size };
    y += size.height + gap;
    return box;
  });
  return {
    boxes,
    strokes: [
      { d: `M${topX} ${end} L${footX} ${spine}`, heavy: true },
      ...boxes.map((box) => ({ d: `M${at(box.y + box.height / 2)} ${box.y + box.height / 2} H${box.x}`, heavy: false })),
    ],
    caption: { kind, x: topX, y: up ? end - 10 : end + 20 },
  };
}

import type { CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { boxWidth, sizeOf } from './box-size.rules.ts';
import type { Box, Layout } from './layout.ts';

const gapX = 52;
const gapY = 14;
const edge = 12;

/** From the problem at the left to its causes at the right; a node stands in the middle of what lies below it. */
export function layTree(tree: CauseTree): Layout {
  const root = tree.find(({ parentId }) => parentId === null);
  if (root === undefined) return { width: 0, height: 0, boxes: [], strokes: [], captions: [] };
  const boxes: Box[] = [];
  let bottom = edge;
  const place = (node: CauseNode, depth: number): Box => {
    const below = tree.filter(({ parentId }) => parentId === node.id).map((child) => place(child, depth + 1));
    const { lines, height } = sizeOf(node);
    const [first, last] = [below[0], below.at(-1)];
    const y = first === undefined || last === undefined ? bottom : (middle(first) + middle(last)) / 2 - height / 2;
    const box = { node, x: edge + depth * (boxWidth + gapX), y, width: boxWidth, height, lines };
    bottom = Math.max(bottom, y + height + gapY);
    boxes.push(box);
    return box;
  };
  place(root, 0);
  // A box higher than what lies below it may stand above the edge.
  const shift = edge - Math.min(...boxes.map(({ y }) => y));
  const moved = boxes.map((box) => ({ ...box, y: box.y + shift }));
  const byId = new Map(moved.map((box) => [box.node.id, box]));
  const links = moved.flatMap((box) => {
    const parent = box.node.parentId === null ? undefined : byId.get(box.node.parentId);
    return parent === undefined ? [] : [{ d: link(parent, box), heavy: false }];
  });
  return {
    width: Math.max(...moved.map(({ x }) => x)) + boxWidth + edge,
    height: Math.max(...moved.map(({ y, height }) => y + height)) + edge,
    ...{ boxes: moved, strokes: links, captions: [] },
  };
}

const middle = ({ y, height }: Box): number => y + height / 2;

function link(from: Box, to: Box): string {
  const [x1, x2] = [from.x + from.width, to.x];
  const half = (x1 + x2) / 2;
  return `M${x1} ${middle(from)} C${half} ${middle(from)} ${half} ${middle(to)} ${x2} ${middle(to)}`;
}

import type { FieldCode } from '@zhiheng/contract/fieldwork/codes';

type Placed = Pick<FieldCode, 'id' | 'parentId' | 'position'>;

/** Codes in the order of the book: each top one, followed by those below it. */
export function orderedCodes<C extends Placed>(codes: readonly C[]): readonly C[] {
  const below = (parentId: string | null) =>
    codes.filter((code) => code.parentId === parentId).toSorted((one, other) => one.position - other.position);
  return below(null).flatMap((top) => [top, ...below(top.id)]);
}

/** Positions by which a code stands one place higher or lower among its like; null: it stands at the end already. */
export function movedCodes<C extends Placed>(
  codes: readonly C[],
  id: string,
  by: 1 | -1,
): readonly { readonly code: C; readonly position: number }[] | null {
  const moved = codes.find((code) => code.id === id);
  const like = orderedCodes(codes).filter(({ parentId }) => parentId === moved?.parentId);
  const at = like.findIndex((code) => code.id === id);
  const other = like[at + by];
  if (moved === undefined || other === undefined) return null;
  const order = like.toSpliced(at, 1).toSpliced(at + by, 0, moved);
  return order.flatMap((code, position) => (code.position === position ? [] : [{ code, position }]));
}

import type { Unit } from '@zhiheng/contract/organisation/organisation';

export interface PlacedUnit {
  readonly unit: Unit;
  /** 0 at the top */
  readonly depth: number;
}

/** The units in the order of a tree: each below its parent. One whose parent is in the trash stands at the top. */
export function inTreeOrder(units: readonly Unit[]): readonly PlacedUnit[] {
  const known = new Set(units.map((unit) => unit.id));
  const isTop = (unit: Unit) => unit.parentId === null || !known.has(unit.parentId);
  const place = (unit: Unit, depth: number): PlacedUnit[] => [
    { unit, depth },
    ...units.filter((child) => child.parentId === unit.id).flatMap((child) => place(child, depth + 1)),
  ];
  return units.filter(isTop).flatMap((unit) => place(unit, 0));
}

/** A unit and all below it: none of them can become its parent. */
export function idsWithin(units: readonly Unit[], top: string): ReadonlySet<string> {
  const inside = units.filter((unit) => unit.parentId === top).flatMap((unit) => [...idsWithin(units, unit.id)]);
  return new Set([top, ...inside]);
}

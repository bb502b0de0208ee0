import type { Permission } from '@zhiheng/contract/identity/permission';
import type { SharedBoard, Widget } from '@zhiheng/contract/insight/shared-boards';

/** Not stored: it has no place of its own in any organisation. */
export const homeId = '00000000-0000-7000-8000-000000000000';

const place = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

type Part = readonly [Widget['kind'], Widget['width'], needs?: Permission];

const parts: readonly Part[] = [
  ['attention', 'half'],
  ['kpi', 'half'],
  ['findings', 'half', 'findings.read'],
  ['projects', 'half', 'improvement.read'],
  ['ranking', 'full'],
];

/** The home page of a role for which nobody arranged one: what its people may see, the urgent first. */
export function homeFor(permissions: ReadonlySet<Permission>): SharedBoard {
  const widgets = parts
    .filter(([, , needs]) => needs === undefined || permissions.has(needs))
    .map(([kind, width], n) => ({ id: place(n + 1), kind, width, indicator: null, text: '' }));
  return { id: homeId, name: '', homeOf: null, widgets, version: 0, mayChange: false };
}

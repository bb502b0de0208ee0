import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { choosePolicy, chooseTarget, matches, type ChoiceReasons, type PolicyChoice } from '../policy/choose-policy.ts';
import { dimensions, targetKinds, type Policy, type Target, type TargetKind } from '../policy/policy.ts';
import { versionsInForce } from '../policy/version-in-force.ts';
import type { CaseTimeline, TimelinePoint } from './case-timeline.ts';
import type { AgreementLine, Agreements } from './compile-agreements.ts';

/** The promise that counts at a point of a case: one row of one policy version. */
export interface Row {
  readonly policy: Policy;
  readonly target: Target;
  readonly because: ChoiceReasons;
  readonly calendar: CompiledCalendar;
}

/**
 * For each kind of promise that is made at any point: the row that counts at each point, null where nothing of the kind is promised.
 * @example rowsInForce({ versions: [] }, { openedAt: 0, points: [] }, { calendars: new Map() }).size // 0
 */
export function rowsInForce(
  line: AgreementLine,
  timeline: CaseTimeline,
  { calendars }: Agreements,
): Map<TargetKind, readonly (Row | null)[]> {
  const choices = choicesAt(line, timeline);
  const rows = new Map<TargetKind, readonly (Row | null)[]>();
  for (const kind of targetKinds) {
    const ofKind = timeline.points.map((point, index) => rowOf(choices[index] ?? null, { kind, point, calendars }));
    if (ofKind.some((row) => row !== null)) rows.set(kind, ofKind);
  }
  return rows;
}

/**
 * Whether two rows are the same promise: nothing is taken over between them.
 * @example isSameRow({ policy: 1, target: 2 }, { policy: 1, target: 3 }) // false
 */
export const isSameRow = (a: Row, b: Row): boolean => a.policy === b.policy && a.target === b.target;

function choicesAt({ versions }: AgreementLine, { openedAt, points }: CaseTimeline): (PolicyChoice | null)[] {
  let choice: PolicyChoice | null = null;
  return points.map((point, index) => {
    if (index === 0 || mayChoose(point))
      choice = choosePolicy(versionsInForce(versions, { openedAt, at: point.at }), point.facts.fieldValue);
    return choice;
  });
}

/** Only a field that scopes name, or a boundary, can make another policy count. */
const mayChoose = ({ kind, facts }: TimelinePoint): boolean =>
  kind === 'boundary' || dimensions.some((dimension) => facts.changed.has(dimension));

interface Place {
  readonly kind: TargetKind;
  readonly point: TimelinePoint;
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
}

function rowOf(choice: PolicyChoice | null, { kind, point, calendars }: Place): Row | null {
  if (choice === null) return null;
  const { policy, because } = choice;
  const target = chooseTarget(policy.targets, kind, point.facts.fieldValue);
  const calendar = calendars.get(policy.calendar);
  if (target === null || calendar === undefined) return null;
  const named = { ...policy.scope, ...target.scope };
  return { policy, target, calendar, because: { matched: matches(named, point.facts.fieldValue), beaten: because.beaten } };
}

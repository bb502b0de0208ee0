import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import { agreementDefinition, target, type AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import type { PackAgreement, PackScope, PackTarget } from '@zhiheng/contract/packs/pack-agreements';
import type { LocalText } from '@zhiheng/contract/values/text';
import { packHash } from '../../../platform/pack-part.ts';
import { lengthOf, secondsOf } from './length.rules.ts';

/** What an agreement says, with codes where a stored one has ids. */
export type CodedDefinition = Omit<AgreementDefinition, 'calendarId'> & { readonly calendar: string };

/** An agreement of a pack in the form in which it is stored, with codes in the place of ids. */
export interface AgreementContent {
  readonly code: string;
  readonly name: LocalText;
  readonly kind: Agreement['kind'];
  readonly team?: string;
  readonly supplier?: string;
  readonly definition: CodedDefinition;
}
type Row = AgreementDefinition['targets'][number];

export function expandAgreement(agreement: PackAgreement): AgreementContent {
  const { code, name, kind, team, supplier, calendar, scope, adoption, closed, actions, credit } = agreement;
  const definition: CodedDefinition = {
    ...{ calendar, scope: scopeOf(scope), adoption, closed, targets: agreement.targets.map(expandTarget) },
    actions: actions.map(({ step, notify, raise_priority }) => ({ stepId: step, notify, raisePriority: raise_priority })),
    attainmentGoal: agreement.attainment_goal,
    credit: credit === undefined ? null : { percentPerBreach: credit.percent_per_breach, monthlyCapPercent: credit.monthly_cap_percent },
    reviewOn: agreement.review_on ?? null,
  };
  return { ...{ code, name, kind, definition }, ...(team === undefined ? {} : { team }), ...(supplier === undefined ? {} : { supplier }) };
}

function expandTarget({ promise, scope, within, business_days, reopening, steps, conditions }: PackTarget): Row {
  const goal: Row['goal'] =
    within === undefined ? { kind: 'business-day-end', days: business_days ?? 0 } : { kind: 'working-time', seconds: secondsOf(within) };
  return target.parse({
    ...usualTargetOf(promise, goal),
    ...conditions,
    ...(scope === undefined ? {} : { scope: scopeOf(scope) }),
    ...(reopening === undefined ? {} : { reopening }),
    steps: steps.map(({ id, name, percent, offset }) => ({
      ...{ id, name },
      at: percent === undefined ? { kind: 'offset', seconds: secondsOf(offset ?? '0s') } : { kind: 'percent', percent },
    })),
  });
}

/** Without the dimensions that are not named. */
const scopeOf = (scope: PackScope): AgreementDefinition['scope'] =>
  Object.fromEntries(Object.entries(scope).filter(([, named]) => (named as unknown) !== undefined));

/** The form for the file. */
export function foldAgreement({ definition, ...content }: AgreementContent): PackAgreement {
  const { calendar, scope, adoption, closed, targets, actions, attainmentGoal, credit, reviewOn } = definition;
  return {
    ...content,
    ...{ calendar, scope, adoption, closed, attainment_goal: attainmentGoal },
    ...(credit === null ? {} : { credit: { percent_per_breach: credit.percentPerBreach, monthly_cap_percent: credit.monthlyCapPercent } }),
    ...(reviewOn === null ? {} : { review_on: reviewOn }),
    targets: targets.map(foldTarget),
    actions: actions.map(({ stepId, notify, raisePriority }) => ({ step: stepId, notify, raise_priority: raisePriority })),
  };
}

/** Conditions are written out where they are not those that the promise usually has. */
function foldTarget(row: Row): PackTarget {
  const { kind, scope, goal, reopening, steps } = row;
  const usual = usualTargetOf(kind, goal);
  const conditions = conditionsOf(row);
  return {
    promise: kind,
    ...(scope === undefined ? {} : { scope }),
    ...(goal.kind === 'working-time' ? { within: lengthOf(goal.seconds) } : { business_days: goal.days }),
    ...(reopening === usual.reopening ? {} : { reopening }),
    steps: steps.map(({ id, name, at }) =>
      at.kind === 'percent' ? { id, name, percent: at.percent } : { id, name, offset: lengthOf(at.seconds) },
    ),
    ...(packHash(conditions) === packHash(conditionsOf(usual)) ? {} : { conditions }),
  };
}

const conditionsOf = ({ start, pauses, stop, cancel, reset, recurring }: Row) => ({ start, pauses, stop, cancel, reset, recurring });

/** Whether a definition that was stored can be told in a pack: customers and their contracts are of one house alone. */
export const isPortable = ({ scope, targets }: CodedDefinition): boolean =>
  [scope, ...targets.map((row) => row.scope ?? {})].every(({ contract, customer }) => contract === undefined && customer === undefined);

/** The stored form of a definition: `idOf` gives the id of a code. */
export function storedDefinition({ calendar, ...definition }: CodedDefinition, idOf: CodesToIds): AgreementDefinition {
  return agreementDefinition.parse({ ...translated(definition, idOf), calendarId: idOf.calendar(calendar) });
}

/** The coded form of what is stored. */
export const codedDefinition = ({ calendarId, ...definition }: AgreementDefinition, codeOf: CodesToIds): CodedDefinition => ({
  ...translated(definition, codeOf),
  calendar: codeOf.calendar(calendarId),
});

export interface CodesToIds {
  readonly calendar: (name: string) => string;
  readonly service: (name: string) => string;
  readonly segment: (name: string) => string;
}

function translated<T extends Pick<AgreementDefinition, 'scope' | 'targets'>>(definition: T, names: CodesToIds): T {
  const scope = (of: AgreementDefinition['scope']): AgreementDefinition['scope'] => ({
    ...of,
    ...(of.service === undefined ? {} : { service: of.service.map(names.service) }),
    ...(of.segment === undefined ? {} : { segment: of.segment.map(names.segment) }),
  });
  const targets = definition.targets.map((row) => (row.scope === undefined ? row : { ...row, scope: scope(row.scope) }));
  return { ...definition, scope: scope(definition.scope), targets };
}

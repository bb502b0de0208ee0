import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignMethod, CampaignPlan, CampaignRole } from '@zhiheng/contract/campaigns/plan';
import type { LocalText } from '@zhiheng/contract/values/text';

/** The plan as its form has it: one survey, one study, one leader; what the form does not show is kept as it is. */
export interface PlanValues {
  readonly name: LocalText;
  readonly purpose: LocalText;
  readonly scope: CampaignPlan['scope'];
  readonly leaderId: string | null;
  readonly memberIds: string[];
  readonly reviewerIds: string[];
  readonly approverIds: string[];
  /** names of reviewers from outside */
  readonly outsiders: string[];
  readonly methods: CampaignMethod[];
  readonly surveyId?: string | null;
  readonly wanted?: number | null;
  readonly measures?: string[];
  readonly studyId?: string | null;
  /** a survey whose questions become the sheet of the experts; `none` takes it away, without it the sheet stays */
  readonly sheetFrom?: string | null;
  readonly indicators: string[];
  readonly previousId?: string | null;
}

const asked = (plan: CampaignPlan) => plan.methods.find(({ kind }) => kind === 'survey');

export function valuesOf({ name, plan }: Campaign): PlanValues {
  const survey = asked(plan);
  const figures = plan.figures;
  return {
    ...{ name, purpose: plan.purpose, scope: plan.scope, previousId: plan.previousId },
    leaderId: plan.roles.find(({ role }) => role === 'leader')?.accountId ?? null,
    memberIds: peopleAs('member', plan),
    reviewerIds: peopleAs('reviewer', plan),
    approverIds: peopleAs('approver', plan),
    outsiders: plan.roles.flatMap(({ accountId, name }) => (accountId === null ? [name] : [])),
    studyId: plan.methods.find(({ studyId }) => studyId !== undefined)?.studyId ?? null,
    methods: [...new Set(plan.methods.map(({ kind }) => kind))],
    surveyId: survey?.surveyId ?? null,
    wanted: survey?.wanted ?? null,
    measures: figures.flatMap((figure) => (figure.kind === 'survey' && figure.surveyId === survey?.surveyId ? [figure.measure] : [])),
    indicators: figures.flatMap((figure) => (figure.kind === 'indicator' ? [figure.code] : [])),
  };
}

export function planOf(values: PlanValues, before: CampaignPlan): Partial<CampaignPlan> {
  return {
    purpose: values.purpose,
    scope: values.scope,
    previousId: values.previousId ?? null,
    roles: rolesOf(values, before),
    methods: methodsOf(values, before),
    figures: figuresOf(values, before),
  };
}

const peopleAs = (wanted: CampaignRole, { roles }: CampaignPlan): string[] =>
  roles.flatMap(({ role, accountId }) => (role === wanted && accountId !== null ? [accountId] : []));

/** Somebody from outside who had another part keeps it. */
function rolesOf({ leaderId, memberIds, reviewerIds, approverIds, outsiders }: PlanValues, { roles }: CampaignPlan): CampaignPlan['roles'] {
  const as = (role: CampaignRole, ids: readonly string[]) => ids.map((accountId) => ({ role, accountId, name: '' }));
  return [
    ...as('leader', leaderId === null ? [] : [leaderId]),
    ...as('member', memberIds),
    ...as('reviewer', reviewerIds),
    ...as('approver', approverIds),
    ...outsiders.map(
      (name) => roles.find((one) => one.accountId === null && one.name === name) ?? { role: 'reviewer' as const, accountId: null, name },
    ),
  ];
}

function methodsOf({ methods, surveyId, wanted, studyId }: PlanValues, before: CampaignPlan): CampaignPlan['methods'] {
  const first = asked(before);
  const study = (studyId ?? null) === null ? {} : { studyId: studyId ?? '' };
  return methods.flatMap((kind) => {
    const same = before.methods.filter((method) => method.kind === kind);
    const kept = same.length === 0 ? [{ kind, surveyId: null, wanted: null, note: '' }] : same;
    return kept.map((method) => {
      if (kind === 'survey' && (method === first || first === undefined))
        return { ...method, surveyId: surveyId ?? null, wanted: wanted ?? null };
      if (kind !== 'fieldwork') return method;
      const { studyId: _before, ...rest } = method;
      return { ...rest, ...study };
    });
  });
}

/** Figures that stay keep their weight and limits. */
function figuresOf({ indicators, surveyId, measures = [] }: PlanValues, before: CampaignPlan): CampaignPlan['figures'] {
  const ofIndicators = indicators.map(
    (code) =>
      before.figures.find((figure) => figure.kind === 'indicator' && figure.code === code) ?? {
        kind: 'indicator' as const,
        code,
        weight: 1,
      },
  );
  const first = asked(before)?.surveyId;
  const others = before.figures.filter((figure) => figure.kind === 'survey' && figure.surveyId !== first && figure.surveyId !== surveyId);
  const ofSurvey = (surveyId ?? null) === null ? [] : measures.map((measure) => surveyFigure(surveyId ?? '', measure, before));
  return [...ofIndicators, ...ofSurvey, ...others];
}

function surveyFigure(surveyId: string, measure: string, before: CampaignPlan): CampaignPlan['figures'][number] {
  const known = before.figures.find((figure) => figure.kind === 'survey' && figure.surveyId === surveyId && figure.measure === measure);
  return known ?? { kind: 'survey', surveyId, measure, part: null, weight: 1, target: null, warning: null, critical: null };
}

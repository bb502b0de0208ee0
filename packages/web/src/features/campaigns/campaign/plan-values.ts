import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignMethod, CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import type { LocalText } from '@zhiheng/contract/values/text';

/** The plan as its form has it: one survey, one leader; what the form does not show is kept as it is. */
export interface PlanValues {
  readonly name: LocalText;
  readonly purpose: LocalText;
  readonly scope: CampaignPlan['scope'];
  readonly leaderId: string | null;
  readonly reviewerIds: string[];
  readonly methods: CampaignMethod[];
  readonly surveyId?: string | null;
  readonly wanted?: number | null;
  readonly measures?: string[];
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
    reviewerIds: plan.roles.flatMap(({ role, accountId }) => (role === 'reviewer' && accountId !== null ? [accountId] : [])),
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

/** Outsiders, members and approvers are not in the form. */
function rolesOf({ leaderId, reviewerIds }: PlanValues, { roles }: CampaignPlan): CampaignPlan['roles'] {
  const others = roles.filter(({ role, accountId }) => accountId === null || (role !== 'leader' && role !== 'reviewer'));
  const leader = leaderId === null ? [] : [{ role: 'leader' as const, accountId: leaderId, name: '' }];
  return [...leader, ...reviewerIds.map((accountId) => ({ role: 'reviewer' as const, accountId, name: '' })), ...others];
}

function methodsOf({ methods, surveyId, wanted }: PlanValues, before: CampaignPlan): CampaignPlan['methods'] {
  const first = asked(before);
  return methods.flatMap((kind) => {
    const same = before.methods.filter((method) => method.kind === kind);
    const kept = same.length === 0 ? [{ kind, surveyId: null, wanted: null, note: '' }] : same;
    return kept.map((method) =>
      kind === 'survey' && (method === first || first === undefined)
        ? { ...method, surveyId: surveyId ?? null, wanted: wanted ?? null }
        : method,
    );
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

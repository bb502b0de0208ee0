import type { MilestoneState } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignPlan, MilestoneFact } from '@zhiheng/contract/campaigns/plan';
import type { StageFacts } from './read-facts.ts';

type Milestone = CampaignPlan['milestones'][number];
interface Extent {
  readonly have: number;
  readonly wanted: number;
}

/** Is each milestone reached? Where a fact tells, nobody has to say so. `today` is the day of the organisation. */
export function milestoneStates({ milestones }: CampaignPlan, facts: StageFacts, today: string): MilestoneState[] {
  return milestones.map((milestone) => {
    const extent = extentOf(milestone, facts);
    const isReached = extent === null ? milestone.done : extent.have >= extent.wanted;
    const state = isReached ? 'reached' : milestone.due < today ? 'late' : 'open';
    return { state, have: extent?.have ?? null, wanted: extent?.wanted ?? null };
  });
}

function extentOf({ fact, wanted }: Milestone, facts: StageFacts): Extent | null {
  if (fact === 'none') return null;
  const { have, usual } = countedBy[fact](facts);
  return { have, wanted: wanted ?? Math.max(1, usual) };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** What there is, and how much is enough where the plan does not say. */
const countedBy: Readonly<
  Record<Exclude<MilestoneFact, 'none'>, (facts: StageFacts) => { readonly have: number; readonly usual: number }>
> = {
  answers: ({ surveys }) => ({ have: sum(surveys.map(({ answered }) => answered)), usual: sum(surveys.map(({ wanted }) => wanted ?? 1)) }),
  invitations: ({ surveys }) => ({ have: sum(surveys.map(({ invited }) => invited)), usual: 1 }),
  reviews: ({ reviews }) => ({ have: reviews, usual: 1 }),
  frozen: ({ results }) => ({ have: results, usual: 1 }),
  told: ({ told, recipients }) => ({ have: told, usual: recipients }),
  findings: ({ findings, openFindings }) => ({ have: findings - openFindings, usual: findings }),
};

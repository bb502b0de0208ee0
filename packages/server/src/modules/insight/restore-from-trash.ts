import type { restoreFromTrash as endpoint } from '@zhiheng/contract/insight/board';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { restoreAgreement, restoreCalendar, restoreContract, restoreSupplier } from '../agreements/index.ts';
import { restoreCampaign } from '../campaigns/index.ts';
import { restoreCategory } from '../cases/index.ts';
import { restoreCustomer } from '../customers/index.ts';
import { restoreService } from '../catalog/index.ts';
import { restoreScorecard } from '../evaluation/index.ts';
import { restoreAccount } from '../identity/index.ts';
import { restorePlan, restoreProject, restoreReview } from '../improvement/index.ts';
import { restoreNeed } from '../feedback/index.ts';
import { restoreSession, restoreStudy } from '../fieldwork/index.ts';
import { restoreArticle } from '../knowledge/index.ts';
import { restoreCollection, restoreIndicator } from '../measurement/index.ts';
import { restoreUnit } from '../organisation/index.ts';
import { restoreAnalysis, restoreFailure } from '../causes/index.ts';
import { restoreStandard } from '../standards/index.ts';
import { restoreSurvey } from '../surveys/index.ts';

type Params = Parsed<typeof endpoint>['params'];
type Restore = (operation: Operation, id: string) => Promise<void>;

/** Each kind comes back through the door of the module that owns it, which also writes the event. */
const restorers = {
  service: restoreService,
  indicator: restoreIndicator,
  scorecard: restoreScorecard,
  team: (operation, id) => restoreUnit(operation, 'team', id),
  site: (operation, id) => restoreUnit(operation, 'site', id),
  segment: (operation, id) => restoreUnit(operation, 'segment', id),
  account: restoreAccount,
  collection: restoreCollection,
  article: restoreArticle,
  standard: restoreStandard,
  'cause-analysis': restoreAnalysis,
  'service-failure': restoreFailure,
  'customer-need': restoreNeed,
  survey: restoreSurvey,
  'field-study': restoreStudy,
  'field-session': restoreSession,
  campaign: restoreCampaign,
  project: restoreProject,
  review: restoreReview,
  'service-plan': restorePlan,
  customer: restoreCustomer,
  'case-category': restoreCategory,
  calendar: restoreCalendar,
  agreement: restoreAgreement,
  supplier: restoreSupplier,
  'service-contract': restoreContract,
} as const satisfies Record<Params['kind'], Restore>;

/** An agreement that comes back counts for open cases again. */
export const restoreFromTrashWith =
  (jobs: Jobs) =>
  async (call: Call, { params }: { readonly params: Params }): Promise<{ ok: true }> => {
    await restorers[params.kind](call, params.id);
    if (params.kind === 'agreement') call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
    return { ok: true };
  };

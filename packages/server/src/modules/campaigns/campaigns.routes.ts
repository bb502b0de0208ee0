import * as api from '@zhiheng/contract/campaigns/campaigns';
import * as results from '@zhiheng/contract/campaigns/results';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createCampaign } from './create-campaign.ts';
import { deleteCampaign } from './delete-campaign.ts';
import { createFinding } from './findings/create-finding.ts';
import { updateFinding } from './findings/update-finding.ts';
import { listCampaigns } from './list-campaigns.ts';
import { findCampaign } from './read-campaign.ts';
import { acknowledge } from './recipients/acknowledge.ts';
import { setRecipients } from './recipients/set-recipients.ts';
import { tellRecipients } from './recipients/tell-recipients.ts';
import { freezeResult } from './results/freeze-result.ts';
import { getFrozenResult } from './results/get-frozen-result.ts';
import type { IndicatorSource } from './results/indicator-source.ts';
import { readAnalysis } from './results/read-analysis.ts';
import { recomputeResult } from './results/recompute-result.ts';
import { listReviews } from './reviews/list-reviews.ts';
import { saveReview } from './reviews/save-review.ts';
import { moveCampaign } from './stages/move-campaign.ts';
import { updateCampaign } from './update-campaign.ts';

/** `indicators`: how figures of indicators are calculated and judged, which stands above. */
export function bindCampaigns(binder: Binder, indicators: IndicatorSource): void {
  bind(binder, api.listCampaigns, listCampaigns);
  bind(binder, api.getCampaign, (call, { params }) => findCampaign(call, params.id));
  bind(binder, api.createCampaign, createCampaign);
  bind(binder, api.updateCampaign, updateCampaign);
  bind(binder, api.moveCampaign, moveCampaign);
  bind(binder, api.deleteCampaign, deleteCampaign);

  bind(binder, api.listReviews, listReviews);
  bind(binder, api.saveReview, saveReview);
  bind(binder, api.createFinding, createFinding);
  bind(binder, api.updateFinding, updateFinding);
  bind(binder, api.setRecipients, setRecipients);
  bind(binder, api.tellRecipients, tellRecipients);
  bind(binder, api.acknowledge, acknowledge);

  bind(binder, results.getAnalysis, readAnalysis(indicators));
  bind(binder, results.freezeResult, freezeResult(indicators));
  bind(binder, results.getFrozenResult, getFrozenResult);
  bind(binder, results.recomputeResult, recomputeResult(indicators));
}

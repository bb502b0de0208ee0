import type { RouteShorthandOptions } from 'fastify';
import * as plans from '@zhiheng/contract/improvement/plans';
import * as projects from '@zhiheng/contract/improvement/projects';
import * as reviews from '@zhiheng/contract/improvement/reviews';
import * as suggestions from '@zhiheng/contract/improvement/suggestions';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import { createAction } from './actions/create-action.ts';
import { deleteAction } from './actions/delete-action.ts';
import { updateAction } from './actions/update-action.ts';
import { findPlan, listPlans } from './plans/read-plan.ts';
import { createPlan, deletePlan, movePlan, recordStep, updatePlan } from './plans/save-plan.ts';
import { createProject } from './projects/create-project.ts';
import { deleteProject } from './projects/delete-project.ts';
import { exportProjects } from './projects/export-projects.ts';
import { listProjects } from './projects/list-projects.ts';
import { moveProject } from './projects/move-project.ts';
import { findProject } from './projects/read-project.ts';
import { updateProject } from './projects/update-project.ts';
import type { VerdictSource } from './projects/verdict-source.ts';
import { addDecision, settleDecision } from './reviews/decide.ts';
import { cancelReview, deleteReview, holdReview } from './reviews/end-review.ts';
import { findReview, listReviews } from './reviews/read-review.ts';
import { reviewCalendar } from './reviews/review-calendar.ts';
import { createReview, updateReview } from './reviews/save-review.ts';
import { judgeSuggestion, rewardSuggestion, turnSuggestion } from './suggestions/judge-suggestion.ts';
import { makeSuggestion, withdrawSuggestion } from './suggestions/make-suggestion.ts';
import { listSuggestions, suggestionLeaders } from './suggestions/read-suggestions.ts';
import { openSuggestionBox, putIntoBox } from './suggestions/suggestion-box.ts';
import { saveSuggestionSettings, showSuggestionSettings } from './suggestions/suggestion-settings.ts';

/** `verdicts`: what was registered and found out about the effect of a project, which stands above. */
export function bindImprovement(binder: Binder, verdicts: VerdictSource): void {
  bind(binder, projects.listProjects, listProjects);
  bind(binder, projects.exportProjects, exportProjects);
  bind(binder, projects.getProject, (call, { params }) => findProject(call, params.id, verdicts));
  bind(binder, projects.createProject, createProject(verdicts));
  bind(binder, projects.updateProject, updateProject(verdicts));
  bind(binder, projects.moveProject, moveProject(verdicts));
  bind(binder, projects.deleteProject, deleteProject);
  bind(binder, projects.createAction, createAction(verdicts));
  bind(binder, projects.updateAction, updateAction(verdicts));
  bind(binder, projects.deleteAction, deleteAction(verdicts));
}

/** Meetings and the plans that they speak of. */
export function bindReviews(binder: Binder): void {
  bindPlans(binder);
  bind(binder, reviews.listReviews, listReviews);
  bind(binder, reviews.getReview, (call, { params }) => findReview(call, params.id));
  bind(binder, reviews.createReview, createReview);
  bind(binder, reviews.updateReview, updateReview);
  bind(binder, reviews.holdReview, holdReview);
  bind(binder, reviews.cancelReview, cancelReview);
  bind(binder, reviews.deleteReview, deleteReview);
  bind(binder, reviews.addDecision, addDecision);
  bind(binder, reviews.settleDecision, settleDecision);
  bind(binder, reviews.reviewCalendar, reviewCalendar);
}

function bindPlans(binder: Binder): void {
  bind(binder, plans.listPlans, listPlans);
  bind(binder, plans.getPlan, (call, { params }) => findPlan(call, params.id));
  bind(binder, plans.createPlan, createPlan);
  bind(binder, plans.updatePlan, updatePlan);
  bind(binder, plans.recordStep, recordStep);
  bind(binder, plans.movePlan, movePlan);
  bind(binder, plans.deletePlan, deletePlan);
}

export function bindSuggestions(binder: Binder, links: { readonly publicUrl: string | null }): void {
  bind(binder, suggestions.listSuggestions, listSuggestions);
  bind(binder, suggestions.makeSuggestion, makeSuggestion);
  bind(binder, suggestions.withdrawSuggestion, withdrawSuggestion);
  bind(binder, suggestions.judgeSuggestion, judgeSuggestion);
  bind(binder, suggestions.turnSuggestion, turnSuggestion);
  bind(binder, suggestions.rewardSuggestion, rewardSuggestion);
  bind(binder, suggestions.suggestionLeaders, suggestionLeaders);
  bind(binder, suggestions.getSuggestionSettings, showSuggestionSettings(links));
  bind(binder, suggestions.saveSuggestionSettings, saveSuggestionSettings(links));
  bindPublic(often(binder, 60), suggestions.openSuggestionBox, openSuggestionBox);
  bindPublic(often(binder, 5), suggestions.putIntoBox, putIntoBox);
}

/** So many calls a minute from one address: doors without an account are where programs knock. */
const often = (binder: Binder, max: number): Binder => {
  const options: RouteShorthandOptions = { config: { rateLimit: { max, timeWindow: '1 minute' } } };
  return { ...binder, options };
};

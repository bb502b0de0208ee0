/** The door of improvement. */
export { bindImprovement, bindReviews, bindSuggestions } from './improvement.routes.ts';
export { tellLateActions } from './actions/tell-late.ts';
export { removeDemoProjects } from './demo/remove-demo-projects.ts';
export { storeDemoProjects } from './demo/store-demo-projects.ts';
export { restoreProject } from './projects/delete-project.ts';
export { projectForVerification } from './projects/project-for-verification.ts';
export { restorePlan } from './plans/save-plan.ts';
export { restoreReview } from './reviews/end-review.ts';
export type { RegisteredPlan, Verdict, VerdictSource } from './projects/verdict-source.ts';

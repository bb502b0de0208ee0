import { adminRoutes } from './admin.routes.ts';
import { campaignsRoutes } from './campaigns.routes.ts';
import { customersRoutes } from './customers.routes.ts';
import { casesRoutes } from './cases.routes.ts';
import { feedbackRoutes } from './feedback.routes.ts';
import { fieldworkRoutes } from './fieldwork.routes.ts';
import { findingsRoutes } from './findings.routes.ts';
import { improvementRoutes } from './improvement.routes.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { monitorRoutes } from './monitor.routes.ts';
import { reportsRoutes } from './reports.routes.ts';
import { causesRoutes } from './causes.routes.ts';
import { standardsRoutes } from './standards.routes.ts';
import { surveyResultsRoutes } from './survey-results.routes.ts';
import { surveysRoutes } from './surveys.routes.ts';
import { verificationRoutes } from './verification.routes.ts';
import { appRoute, appStartRoute, rootRoute, startRoute } from './root.ts';

export const routeTree = rootRoute.addChildren([
  startRoute,
  appRoute.addChildren([
    appStartRoute,
    ...monitorRoutes,
    ...casesRoutes,
    ...surveysRoutes,
    ...surveyResultsRoutes,
    ...feedbackRoutes,
    ...fieldworkRoutes,
    ...campaignsRoutes,
    ...findingsRoutes,
    ...improvementRoutes,
    ...verificationRoutes,
    ...causesRoutes,
    ...standardsRoutes,
    ...reportsRoutes,
    ...customersRoutes,
    ...knowledgeRoutes,
    ...adminRoutes,
  ]),
]);

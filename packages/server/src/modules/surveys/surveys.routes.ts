import type { RouteShorthandOptions } from 'fastify';
import * as distributions from '@zhiheng/contract/surveys/distributions';
import * as responses from '@zhiheng/contract/surveys/responses';
import * as runs from '@zhiheng/contract/surveys/runs';
import * as api from '@zhiheng/contract/surveys/surveys';
import type { Config } from '../../platform/config.ts';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { bindSurveyAnalyses } from './analyses/analyses.routes.ts';
import { closeSurvey } from './close-survey.ts';
import { createSurvey } from './create-survey.ts';
import { deleteSurvey } from './delete-survey.ts';
import { listQuotas, setQuotas } from './distributions/quotas.ts';
import { createDistribution, listDistributions, renewLink, saveDistribution } from './distributions/write-distribution.ts';
import { getInstrument, listInstruments } from './instruments/read-instruments.ts';
import { bindResponseImports } from './imports/response-imports.routes.ts';
import { invite } from './invitations/invite.ts';
import { listInvitations } from './invitations/list-invitations.ts';
import { previewMail, testMail } from './invitations/try-mail.ts';
import { listSurveys } from './list-surveys.ts';
import { publishSurvey } from './publish-survey.ts';
import { findSurvey } from './read-survey.ts';
import { downloadAnswerFile } from './responses/download-answer-file.ts';
import { enterResponse } from './responses/enter-response.ts';
import { exportResponses } from './responses/export-responses.ts';
import { judgeResponses } from './responses/judge-responses.ts';
import { getResponse, listResponses } from './responses/read-responses.ts';
import { serveRunner } from './runner/serve-runner.ts';
import { declineRun } from './runs/decline-run.ts';
import { openRun } from './runs/open-run.ts';
import { uploadToRun } from './runs/run-files.ts';
import { saveRun } from './runs/save-run.ts';
import { submitRun } from './runs/submit-run.ts';
import { saveSurvey } from './save-survey.ts';
import { getVersion } from './versions/get-version.ts';

interface Surroundings {
  readonly jobs: Jobs;
  readonly sealer: Sealer;
  readonly config: Pick<Config, 'publicUrl' | 'instrumentsFolder' | 'webFolder' | 'runsPerMinute'>;
}

export function bindSurveys(binder: Binder, { jobs, sealer, config }: Surroundings): void {
  const links = { sealer, publicUrl: config.publicUrl };
  bind(binder, api.listSurveys, listSurveys);
  bind(binder, api.getSurvey, (call, { params }) => findSurvey(call, params.id));
  bind(binder, api.createSurvey, createSurvey(config.instrumentsFolder));
  bind(binder, api.saveSurvey, saveSurvey);
  bind(binder, api.publishSurvey, publishSurvey);
  bind(binder, api.closeSurvey, closeSurvey);
  bind(binder, api.deleteSurvey, deleteSurvey);
  bind(binder, api.getSurveyVersion, getVersion);
  bind(binder, api.listInstruments, listInstruments(config.instrumentsFolder));
  bind(binder, api.getInstrument, getInstrument(config.instrumentsFolder));
  bind(binder, distributions.listDistributions, listDistributions(links));
  bind(binder, distributions.createDistribution, createDistribution(links));
  bind(binder, distributions.saveDistribution, saveDistribution(links));
  bind(binder, distributions.renewLink, renewLink(links));
  bind(binder, distributions.listInvitations, listInvitations(links));
  bind(binder, distributions.invite, invite(links));
  bind(binder, distributions.previewMail, previewMail(links));
  bind(binder, distributions.testMail, testMail(links));
  bind(binder, distributions.listQuotas, listQuotas);
  bind(binder, distributions.setQuotas, setQuotas);
  bindResponses(binder);
  bindResponseImports(binder, jobs);
  bindSurveyAnalyses(binder, jobs);
  bindRuns(binder, config.runsPerMinute);
  serveRunner(binder, config.webFolder);
}

function bindResponses(binder: Binder): void {
  bind(binder, responses.enterResponse, enterResponse);
  bind(binder, responses.listResponses, listResponses);
  bind(binder, responses.getResponse, getResponse);
  bind(binder, responses.downloadAnswerFile, downloadAnswerFile);
  bind(binder, responses.judgeResponses, judgeResponses);
  bind(binder, responses.exportResponses, exportResponses(binder.root));
}

function bindRuns(binder: Binder, perMinute: number): void {
  bindPublic(often(binder, perMinute), runs.openRun, openRun);
  bindPublic(often(binder, perMinute), runs.saveRun, saveRun);
  bindPublic(often(binder, perMinute), runs.submitRun, submitRun);
  bindPublic(often(binder, 60), runs.uploadToRun, uploadToRun);
  bindPublic(often(binder, 20), distributions.declineInvitation, declineRun);
}

/** So many calls a minute from one address: behind it may be a waiting room with one connection. */
const often = (binder: Binder, max: number): Binder => {
  const options: RouteShorthandOptions = { config: { rateLimit: { max, timeWindow: '1 minute' } } };
  return { ...binder, options };
};

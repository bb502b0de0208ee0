import * as api from '@zhiheng/contract/feedback/feedback';
import * as followUps from '@zhiheng/contract/feedback/follow-ups';
import * as needs from '@zhiheng/contract/feedback/needs';
import * as surveyTexts from '@zhiheng/contract/feedback/survey-texts';
import * as themes from '@zhiheng/contract/feedback/themes';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { closeFollowUp, reopenFollowUp } from './follow-ups/close-follow-up.ts';
import { createFollowUp } from './follow-ups/create-follow-up.ts';
import { followUpReport } from './follow-ups/follow-up-report.ts';
import { listFollowUps } from './follow-ups/list-follow-ups.ts';
import { findFollowUp } from './follow-ups/read-follow-up.ts';
import { recordAttempt } from './follow-ups/record-attempt.ts';
import { updateFollowUp } from './follow-ups/update-follow-up.ts';
import { answerFeedback } from './inbox/answer-feedback.ts';
import { changeFeedback } from './inbox/change-feedback.ts';
import { countFeedback } from './inbox/count-feedback.ts';
import { createFeedback } from './inbox/create-feedback.ts';
import { feedbackOfCase } from './inbox/feedback-of-case.ts';
import { importFeedback } from './inbox/import-feedback.ts';
import { listFeedback } from './inbox/list-feedback.ts';
import { listTags } from './inbox/list-tags.ts';
import { findFeedback } from './inbox/read-feedback.ts';
import { routeFeedback } from './inbox/route-feedback.ts';
import { deleteNeed, takeNeedBack } from './needs/delete-need.ts';
import { listNeeds } from './needs/list-needs.ts';
import { readHouse } from './needs/read-house.ts';
import { createNeed, updateNeed } from './needs/save-need.ts';
import { setHouseCells, setHouseColumns } from './needs/set-house.ts';
import { listThemes } from './themes/list-themes.ts';
import { sentimentQuality } from './themes/sentiment-quality.ts';
import { setThemes } from './themes/set-themes.ts';
import { suggestThemes } from './themes/suggest-themes.ts';
import { readSurveyTexts } from './themes/survey-texts.ts';

export function bindFeedback(binder: Binder): void {
  bind(binder, api.listFeedback, listFeedback);
  bind(binder, api.countFeedback, countFeedback);
  bind(binder, api.getFeedback, (call, { params }) => findFeedback(call, params.id));
  bind(binder, api.createFeedback, createFeedback);
  bind(binder, api.changeFeedback, changeFeedback);
  bind(binder, api.routeFeedback, routeFeedback);
  bind(binder, api.answerFeedback, answerFeedback);
  bind(binder, api.feedbackOfCase, feedbackOfCase);
  bind(binder, api.importFeedback, importFeedback);
  bind(binder, api.feedbackTags, listTags);
  bind(binder, themes.listThemes, listThemes);
  bind(binder, themes.setThemes, setThemes);
  bind(binder, themes.suggestThemes, suggestThemes);
  bind(binder, themes.sentimentQuality, sentimentQuality);
  bind(binder, surveyTexts.getSurveyTexts, readSurveyTexts);
  bindFollowUps(binder);
  bindNeeds(binder);
}

function bindFollowUps(binder: Binder): void {
  bind(binder, followUps.listFollowUps, listFollowUps);
  bind(binder, followUps.getFollowUp, (call, { params }) => findFollowUp(call, params.id));
  bind(binder, followUps.createFollowUp, createFollowUp);
  bind(binder, followUps.updateFollowUp, updateFollowUp);
  bind(binder, followUps.recordAttempt, recordAttempt);
  bind(binder, followUps.closeFollowUp, closeFollowUp);
  bind(binder, followUps.reopenFollowUp, reopenFollowUp);
  bind(binder, followUps.followUpReport, followUpReport);
}

function bindNeeds(binder: Binder): void {
  bind(binder, needs.listNeeds, listNeeds);
  bind(binder, needs.createNeed, createNeed);
  bind(binder, needs.updateNeed, updateNeed);
  bind(binder, needs.deleteNeed, deleteNeed);
  bind(binder, needs.restoreNeed, takeNeedBack);
  bind(binder, needs.readHouse, readHouse);
  bind(binder, needs.setHouseColumns, setHouseColumns);
  bind(binder, needs.setHouseCells, setHouseCells);
}

import * as agreement from '@zhiheng/contract/fieldwork/agreement';
import * as codes from '@zhiheng/contract/fieldwork/codes';
import * as results from '@zhiheng/contract/fieldwork/results';
import * as sessions from '@zhiheng/contract/fieldwork/sessions';
import * as sheets from '@zhiheng/contract/fieldwork/sheets';
import * as studies from '@zhiheng/contract/fieldwork/studies';
import type { Config } from '../../platform/config.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { readAgreement } from './agreement/read-agreement.ts';
import { readCoderAgreement } from './agreement/read-coder-agreement.ts';
import { deleteCode, mergeCode } from './codes/merge-code.ts';
import { createCode, listCodes, updateCode } from './codes/write-code.ts';
import { getNotes, saveNotes } from './notes/notes.ts';
import { exportQuotes } from './quotes/export-quotes.ts';
import { listQuotes } from './quotes/list-quotes.ts';
import { readMatrix } from './quotes/read-matrix.ts';
import { noteNeed, sendQuote } from './quotes/send-quote.ts';
import { createQuote, deleteQuote, updateQuote } from './quotes/write-quote.ts';
import { readResults } from './results/read-results.ts';
import { createSession } from './sessions/create-session.ts';
import { deleteSession } from './sessions/delete-session.ts';
import { listSessions } from './sessions/list-sessions.ts';
import { moveSession } from './sessions/move-session.ts';
import { findSession } from './sessions/read-session.ts';
import { myCalendar, sessionCalendar } from './sessions/session-calendar.ts';
import { updateSession } from './sessions/update-session.ts';
import { exportSheets } from './sheets/export-sheets.ts';
import { listSheets } from './sheets/list-sheets.ts';
import { reopenSheet } from './sheets/reopen-sheet.ts';
import { saveSheet, submitSheet } from './sheets/write-sheet.ts';
import { closeStudy } from './studies/close-study.ts';
import { createStudy } from './studies/create-study.ts';
import { deleteStudy } from './studies/delete-study.ts';
import { getGuideVersion } from './studies/guide-of-study.ts';
import { getTemplate, listTemplates } from './studies/guide-templates.ts';
import { listStudies } from './studies/list-studies.ts';
import { publishGuide } from './studies/publish-guide.ts';
import { findStudy } from './studies/read-study.ts';
import { saveStudy } from './studies/save-study.ts';

export function bindFieldwork(binder: Binder, { instrumentsFolder }: Pick<Config, 'instrumentsFolder'>): void {
  bind(binder, studies.listFieldStudies, listStudies);
  bind(binder, studies.getFieldStudy, (call, { params }) => findStudy(call, params.id));
  bind(binder, studies.createFieldStudy, createStudy(instrumentsFolder));
  bind(binder, studies.saveFieldStudy, saveStudy);
  bind(binder, studies.publishGuide, publishGuide);
  bind(binder, studies.getGuideVersion, getGuideVersion);
  bind(binder, studies.closeFieldStudy, closeStudy);
  bind(binder, studies.deleteFieldStudy, deleteStudy);
  bind(binder, studies.listGuideTemplates, listTemplates(instrumentsFolder));
  bind(binder, studies.getGuideTemplate, getTemplate(instrumentsFolder));
  bind(binder, results.getFieldResults, readResults);
  bind(binder, agreement.getRaterAgreement, readAgreement);
  bind(binder, agreement.getCoderAgreement, readCoderAgreement);
  bindSessions(binder);
  bindCodes(binder);
}

function bindSessions(binder: Binder): void {
  bind(binder, sessions.listFieldSessions, listSessions);
  bind(binder, sessions.getFieldSession, (call, { params }) => findSession(call, params.id));
  bind(binder, sessions.createFieldSession, createSession);
  bind(binder, sessions.updateFieldSession, updateSession);
  bind(binder, sessions.moveFieldSession, moveSession);
  bind(binder, sessions.deleteFieldSession, deleteSession);
  bind(binder, sessions.fieldSessionCalendar, sessionCalendar);
  bind(binder, sessions.myFieldCalendar, myCalendar);
  bind(binder, sessions.getFieldNotes, getNotes);
  bind({ ...binder, options: { bodyLimit: longestNotes } }, sessions.saveFieldNotes, saveNotes);
  bind(binder, sheets.listFieldSheets, listSheets);
  bind(binder, sheets.saveFieldSheet, saveSheet);
  bind(binder, sheets.submitFieldSheet, submitSheet);
  bind(binder, sheets.reopenFieldSheet, reopenSheet);
  bind(binder, sheets.exportFieldSheets, exportSheets);
}

/** Notes of a long interview, each sign in up to six bytes as JSON writes it. */
const longestNotes = 3 * 1024 * 1024;

function bindCodes(binder: Binder): void {
  bind(binder, codes.listFieldCodes, listCodes);
  bind(binder, codes.createFieldCode, createCode);
  bind(binder, codes.updateFieldCode, updateCode);
  bind(binder, codes.mergeFieldCode, mergeCode);
  bind(binder, codes.deleteFieldCode, deleteCode);
  bind(binder, codes.listFieldQuotes, listQuotes);
  bind(binder, codes.createFieldQuote, createQuote);
  bind(binder, codes.updateFieldQuote, updateQuote);
  bind(binder, codes.deleteFieldQuote, deleteQuote);
  bind(binder, codes.sendFieldQuote, sendQuote);
  bind(binder, codes.noteNeedOfQuote, noteNeed);
  bind(binder, codes.getCodeMatrix, readMatrix);
  bind(binder, codes.exportFieldQuotes, exportQuotes);
}

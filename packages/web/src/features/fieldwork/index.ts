export {
  AgreementPage,
  CodesPage,
  GuidePage,
  SessionPage,
  SessionsPage,
  SheetPage,
  StudiesPage,
  StudyPage,
  StudySessionsPage,
  StudySheetsPage,
} from './pages.ts';
export { codesSearch, resultsSearch, sessionSearch, sessionsSearch, studiesSearch } from './fieldwork.search.ts';

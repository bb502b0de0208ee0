export { DiagnosisPage } from './pages.ts';
export { diagnosisSearch } from './diagnosis.search.ts';

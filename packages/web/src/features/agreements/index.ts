export { agreementQuery } from './agreements.query.ts';
export { DefinitionTable } from './definition-table.tsx';
export { AgreementPage, AgreementsPage } from './pages.ts';
export { agreementSearch, agreementsSearch } from './agreements.search.ts';
export { contractsQuery, suppliersQuery } from './agreements.query.ts';

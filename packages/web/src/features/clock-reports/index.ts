export { MonthsPage, SignalsPage, SimulationPage, SimulatorPage } from './pages.ts';
export { monthsSearch, signalsSearch, simulationSearch } from './reports.search.ts';

import { createRoute } from '@tanstack/react-router';
import { AgreementPage, agreementSearch, AgreementsPage, agreementsSearch } from '../../features/agreements/index.ts';
import { BoardPage, boardSearch } from '../../features/board/index.ts';
import { HomePage, SharedBoardPage, SharedBoardsPage } from '../../features/boards/index.ts';
import {
  MonthsPage,
  monthsSearch,
  SignalsPage,
  signalsSearch,
  SimulationPage,
  simulationSearch,
  SimulatorPage,
} from '../../features/clock-reports/index.ts';
import { CollectionsPage, collectionsSearch, EntrySheetPage } from '../../features/collections/index.ts';
import { ImportPage, ImportsPage, ImportWizardPage, wizardSearch } from '../../features/imports/index.ts';
import { IndicatorReportPage, reportSearch } from '../../features/indicator-report/index.ts';
import { IndicatorsPage, indicatorsSearch } from '../../features/indicators/index.ts';
import { ObjectivePage, ObjectivesPage, objectivesSearch } from '../../features/objectives/index.ts';
import { ProbesPage, probesSearch } from '../../features/probes/index.ts';
import { QuarantinePage, quarantineSearch } from '../../features/quarantine/index.ts';
import { ScorecardsPage, scorecardsSearch } from '../../features/scorecards/index.ts';
import { ServicesPage, servicesSearch } from '../../features/services/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const monitorRoutes = [
  createRoute({ getParentRoute, path: 'board', component: BoardPage, validateSearch: boardSearch }),
  createRoute({ getParentRoute, path: 'home', component: HomePage }),
  createRoute({ getParentRoute, path: 'boards', component: SharedBoardsPage }),
  createRoute({ getParentRoute, path: 'boards/$id', component: SharedBoardPage }),
  createRoute({ getParentRoute, path: 'indicators', component: IndicatorsPage, validateSearch: indicatorsSearch }),
  createRoute({ getParentRoute, path: 'indicators/$code', component: IndicatorReportPage, validateSearch: reportSearch }),
  createRoute({ getParentRoute, path: 'services', component: ServicesPage, validateSearch: servicesSearch }),
  createRoute({ getParentRoute, path: 'scorecards', component: ScorecardsPage, validateSearch: scorecardsSearch }),
  createRoute({ getParentRoute, path: 'agreements', component: AgreementsPage, validateSearch: agreementsSearch }),
  createRoute({ getParentRoute, path: 'agreements/$id', component: AgreementPage, validateSearch: agreementSearch }),
  createRoute({ getParentRoute, path: 'agreements/$id/simulator', component: SimulatorPage }),
  createRoute({ getParentRoute, path: 'agreements/$id/months', component: MonthsPage, validateSearch: monthsSearch }),
  createRoute({ getParentRoute, path: 'agreements/$id/signals', component: SignalsPage, validateSearch: signalsSearch }),
  createRoute({ getParentRoute, path: 'agreements/$id/simulator/$run', component: SimulationPage, validateSearch: simulationSearch }),
  createRoute({ getParentRoute, path: 'objectives', component: ObjectivesPage, validateSearch: objectivesSearch }),
  createRoute({ getParentRoute, path: 'objectives/$id', component: ObjectivePage }),
  createRoute({ getParentRoute, path: 'probes', component: ProbesPage, validateSearch: probesSearch }),
  createRoute({ getParentRoute, path: 'imports', component: ImportsPage }),
  createRoute({ getParentRoute, path: 'imports/new', component: ImportWizardPage, validateSearch: wizardSearch }),
  createRoute({ getParentRoute, path: 'imports/$id', component: ImportPage }),
  createRoute({ getParentRoute, path: 'collections', component: CollectionsPage, validateSearch: collectionsSearch }),
  createRoute({ getParentRoute, path: 'collections/$id/$period', component: EntrySheetPage }),
  createRoute({ getParentRoute, path: 'quarantine', component: QuarantinePage, validateSearch: quarantineSearch }),
] as const;

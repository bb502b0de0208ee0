import { createRoute } from '@tanstack/react-router';
import { AutomationPage, AutomationRulePage, automationSearch } from '../../features/automation/index.ts';
import { CalendarPage, calendarSearch, CalendarsPage } from '../../features/calendars/index.ts';
import { AccountPage, ApiKeysPage, RolesPage, UsersPage, usersSearch } from '../../features/identity/index.ts';
import { MailPage, mailSearch } from '../../features/mail/index.ts';
import { TrashPage } from '../../features/trash/index.ts';
import { ChannelsPage, channelsSearch, NotificationsPage, notificationsSearch } from '../../features/notifications/index.ts';
import { OpenDataPage, openDataSearch } from '../../features/open-data/index.ts';
import { ChangesPage, changesSearch, OrganisationPage, UnitsPage, unitsSearch } from '../../features/organisation/index.ts';
import { PacksPage } from '../../features/packs/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const adminRoutes = [
  createRoute({ getParentRoute, path: 'account', component: AccountPage }),
  createRoute({ getParentRoute, path: 'notifications', component: NotificationsPage, validateSearch: notificationsSearch }),
  createRoute({ getParentRoute, path: 'admin/users', component: UsersPage, validateSearch: usersSearch }),
  createRoute({ getParentRoute, path: 'admin/roles', component: RolesPage }),
  createRoute({ getParentRoute, path: 'admin/units', component: UnitsPage, validateSearch: unitsSearch }),
  createRoute({ getParentRoute, path: 'admin/calendars', component: CalendarsPage }),
  createRoute({ getParentRoute, path: 'admin/calendars/$id', component: CalendarPage, validateSearch: calendarSearch }),
  createRoute({ getParentRoute, path: 'admin/mail', component: MailPage, validateSearch: mailSearch }),
  createRoute({ getParentRoute, path: 'admin/channels', component: ChannelsPage, validateSearch: channelsSearch }),
  createRoute({ getParentRoute, path: 'admin/automation', component: AutomationPage, validateSearch: automationSearch }),
  createRoute({ getParentRoute, path: 'admin/automation/$id', component: AutomationRulePage }),
  createRoute({ getParentRoute, path: 'admin/open-data', component: OpenDataPage, validateSearch: openDataSearch }),
  createRoute({ getParentRoute, path: 'admin/api-keys', component: ApiKeysPage }),
  createRoute({ getParentRoute, path: 'admin/packs', component: PacksPage }),
  createRoute({ getParentRoute, path: 'admin/changes', component: ChangesPage, validateSearch: changesSearch }),
  createRoute({ getParentRoute, path: 'admin/trash', component: TrashPage }),
  createRoute({ getParentRoute, path: 'admin/organisation', component: OrganisationPage }),
] as const;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from './furnish.ts';

/** Every route of the application, once. `at` is an address with demo data in it; a test fails when the router has one more. */
export const routes = [
  { path: 'board', at: '/app/board' },
  { path: 'indicators', at: '/app/indicators' },
  { path: 'indicators/$code', at: '/app/indicators/incident_resolution_time' },
  { path: 'services', at: '/app/services' },
  { path: 'agreements', at: '/app/agreements' },
  { path: 'agreements/$id', at: '/app/agreements/{agreement}' },
  { path: 'agreements/$id/simulator', at: '/app/agreements/{agreement}/simulator' },
  { path: 'agreements/$id/months', at: '/app/agreements/{agreement}/months' },
  { path: 'agreements/$id/signals', at: '/app/agreements/{agreement}/signals' },
  { path: 'agreements/$id/simulator/$run', at: '/app/agreements/{simulated}/simulator/{simulation}' },
  { path: 'objectives', at: '/app/objectives' },
  { path: 'objectives/$id', at: '/app/objectives/{objective}' },
  { path: 'probes', at: '/app/probes' },
  { path: 'scorecards', at: '/app/scorecards' },
  { path: 'customers', at: '/app/customers' },
  { path: 'customers/segments', at: '/app/customers/segments' },
  { path: 'cases', at: '/app/cases' },
  { path: 'cases/new', at: '/app/cases/new' },
  { path: 'cases/$id', at: '/app/cases/{case}' },
  { path: 'feedback', at: '/app/feedback?state=all&item={feedback}' },
  { path: 'feedback/follow-ups', at: '/app/feedback/follow-ups?view=open' },
  { path: 'feedback/needs', at: '/app/feedback/needs?view=house' },
  { path: 'feedback/themes', at: '/app/feedback/themes' },
  { path: 'knowledge', at: '/app/knowledge' },
  { path: 'knowledge/new', at: '/app/knowledge/new' },
  { path: 'knowledge/$id', at: '/app/knowledge/{article}' },
  { path: 'knowledge/$id/edit', at: '/app/knowledge/{article}/edit' },
  { path: 'imports', at: '/app/imports' },
  { path: 'imports/new', at: '/app/imports/new' },
  { path: 'imports/$id', at: '/app/imports/{import}' },
  { path: 'case-imports', at: '/app/case-imports' },
  { path: 'case-imports/new', at: '/app/case-imports/new' },
  { path: 'case-imports/$id', at: '/app/case-imports/{caseImport}' },
  { path: 'collections', at: '/app/collections' },
  { path: 'collections/$id/$period', at: '/app/collections/{collection}/{period}' },
  { path: 'quarantine', at: '/app/quarantine' },
  { path: 'account', at: '/app/account' },
  { path: 'notifications', at: '/app/notifications' },
  { path: 'admin/users', at: '/app/admin/users' },
  { path: 'admin/roles', at: '/app/admin/roles' },
  { path: 'admin/units', at: '/app/admin/units' },
  { path: 'admin/case-fields', at: '/app/admin/case-fields' },
  { path: 'admin/case-limits', at: '/app/admin/case-limits' },
  { path: 'admin/case-portal', at: '/app/admin/case-portal' },
  { path: 'admin/case-categories', at: '/app/admin/case-categories' },
  { path: 'admin/calendars', at: '/app/admin/calendars' },
  { path: 'admin/calendars/$id', at: '/app/admin/calendars/{calendar}?year=2026' },
  { path: 'admin/mail', at: '/app/admin/mail' },
  { path: 'admin/automation', at: '/app/admin/automation' },
  { path: 'admin/automation/$id', at: '/app/admin/automation/new' },
  { path: 'admin/api-keys', at: '/app/admin/api-keys' },
  { path: 'admin/packs', at: '/app/admin/packs' },
  { path: 'admin/changes', at: '/app/admin/changes' },
  { path: 'admin/trash', at: '/app/admin/trash' },
  { path: 'admin/organisation', at: '/app/admin/organisation' },
] as const;

/** The pages before the sign-in. */
export const doors = [
  '/sign-in',
  '/setup#a-token-that-only-opens-the-page',
  '/link/{token}',
  '/p/{portal}',
  '/p/c/{customer}',
  '/p/nothing-here',
] as const;

/** More that a page shows: under an address of its own, or behind a button, named by its message. */
interface Scene {
  readonly on: (typeof routes)[number]['path'];
  readonly at?: string;
  readonly opens?: string;
  /** a dialog or drawer comes up */
  readonly dialog: boolean;
}

export const scenes: readonly Scene[] = [
  { on: 'board', at: '/app/board?by=service', dialog: false },
  { on: 'board', opens: 'shell_theme', dialog: false },
  { on: 'board', opens: 'shell_language', dialog: false },
  { on: 'indicators', at: '/app/indicators?edit=-new', dialog: true },
  { on: 'indicators', at: '/app/indicators?edit=incident_resolution_time', dialog: true },
  { on: 'indicators', at: '/app/indicators?edit=sla_attainment', dialog: true },
  { on: 'indicators/$code', at: '/app/indicators/incident_resolution_time?rows=true', dialog: false },
  { on: 'indicators/$code', at: '/app/indicators/incident_resolution_time?grain=day', dialog: false },
  { on: 'services', at: '/app/services?edit=new', dialog: true },
  { on: 'services', at: '/app/services?service={service}', dialog: true },
  { on: 'agreements', at: '/app/agreements?edit=new', dialog: true },
  { on: 'agreements', at: '/app/agreements?view=suppliers', dialog: false },
  { on: 'agreements', at: '/app/agreements?view=suppliers&edit=new', dialog: true },
  { on: 'agreements', at: '/app/agreements?view=contracts', dialog: false },
  { on: 'agreements', at: '/app/agreements?view=contracts&edit=new', dialog: true },
  { on: 'agreements/$id', at: '/app/agreements/{agreement}?view=versions', dialog: false },
  { on: 'admin/calendars', opens: 'calendars_new', dialog: true },
  { on: 'admin/calendars/$id', opens: 'calendars_import', dialog: true },
  { on: 'admin/calendars/$id', opens: 'calendars_days_add', dialog: true },
  { on: 'objectives', at: '/app/objectives?edit=new', dialog: true },
  { on: 'objectives', at: '/app/objectives?edit=openslo', dialog: true },
  { on: 'objectives', at: '/app/objectives?view=alerts', dialog: false },
  { on: 'objectives', at: '/app/objectives?view=retired', dialog: false },
  { on: 'objectives/$id', opens: 'objectives_exclude', dialog: true },
  { on: 'objectives/$id', opens: 'objectives_edit', dialog: true },
  { on: 'probes', at: '/app/probes?edit=new', dialog: true },
  { on: 'probes', at: '/app/probes?days=90', dialog: false },
  { on: 'scorecards', at: '/app/scorecards?edit=new', dialog: true },
  { on: 'scorecards', at: '/app/scorecards?edit=this', dialog: true },
  { on: 'scorecards', at: '/app/scorecards?view=compare', dialog: false },
  { on: 'customers', at: '/app/customers?edit=new', dialog: true },
  { on: 'customers', at: '/app/customers?edit=import', dialog: true },
  { on: 'customers/segments', opens: 'customers_rules_add_test', dialog: false },
  { on: 'collections', at: '/app/collections?view=plans', dialog: false },
  { on: 'collections', at: '/app/collections?plan=new', dialog: true },
  { on: 'collections', at: '/app/collections?nodes={collection}', dialog: true },
  { on: 'cases', at: '/app/cases?view=all&all=true&q=%22nothing%22', dialog: false },
  { on: 'cases/new', at: '/app/cases/new?type=complaint', dialog: false },
  { on: 'cases/$id', opens: 'cases_clock_explain', dialog: true },
  { on: 'cases/$id', opens: 'cases_assign', dialog: true },
  { on: 'admin/case-fields', opens: 'cases_fields_add', dialog: true },
  { on: 'admin/case-categories', opens: 'cases_categories_add', dialog: true },
  { on: 'knowledge', at: '/app/knowledge?view=useful', dialog: false },
  { on: 'knowledge', at: '/app/knowledge?view=review', dialog: false },
  { on: 'knowledge', at: '/app/knowledge?view=effect', dialog: false },
  { on: 'imports/new', at: '/app/imports/new?file={file}&step=preview', dialog: false },
  { on: 'imports/new', at: '/app/imports/new?file={file}&step=mapping', dialog: false },
  { on: 'case-imports/new', at: '/app/case-imports/new?file={caseFile}&step=mapping', dialog: false },
  { on: 'case-imports/$id', opens: 'case_imports_undo', dialog: true },
  { on: 'quarantine', opens: 'imports_quarantine_dismiss_all', dialog: true },
  { on: 'admin/users', opens: 'admin_invite', dialog: true },
  { on: 'admin/roles', opens: 'admin_role_add', dialog: true },
  { on: 'admin/units', opens: 'admin_team_add', dialog: true },
  { on: 'admin/mail', at: '/app/admin/mail?view=texts', dialog: false },
  { on: 'admin/mail', at: '/app/admin/mail?view=sent', dialog: false },
  { on: 'admin/mail', at: '/app/admin/mail?view=received', dialog: false },
  { on: 'notifications', at: '/app/notifications?view=settings', dialog: false },
  { on: 'notifications', opens: 'notifications_title', dialog: false },
  { on: 'admin/automation', at: '/app/admin/automation?view=assignment', dialog: false },
  { on: 'admin/automation', at: '/app/admin/automation?view=runs', dialog: false },
  { on: 'admin/api-keys', opens: 'admin_key_add', dialog: true },
  { on: 'admin/packs', opens: 'admin_pack_upload', dialog: true },
  { on: 'admin/packs', opens: 'admin_demo_delete', dialog: true },
];

export const addressOf = (at: string, places: Places): string => at.replaceAll(/\{(\w+)\}/g, (_whole, name: keyof Places) => places[name]);

/** What the router itself knows: read from the files that declare the routes. `/` and `/app` only lead on. */
export function routesOfTheRouter(): string[] {
  const folder = join(import.meta.dirname, '../../packages/web/src/app/routes');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const paths = texts.flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? ''));
  return paths.filter((path) => !path.startsWith('/')).sort();
}

import { sql } from 'kysely';
import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { readSharedBoard as endpoint, SharedBoard, ShownBoard, Widget, WidgetData } from '@zhiheng/contract/insight/shared-boards';
import { AppError } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readBoard } from '../read-board.ts';
import { readIndicatorReport } from '../read-indicator-report.ts';
import { findBoard, readBoards } from './board-rows.ts';
import { homeFor } from './home.rules.ts';
import { readFindings, readProjects } from './improvement-widgets.ts';

/** How much a reader sees: whoever looks by a link sees no title, since it may name somebody. */
export interface Sight {
  readonly titles: boolean;
  readonly findings: boolean;
  readonly projects: boolean;
}

const sightOf = ({ actor }: Operation): Sight => ({
  titles: true,
  findings: actor.permissions.has('findings.read'),
  projects: actor.permissions.has('improvement.read'),
});

export async function readSharedBoard(operation: Operation, { params }: Parsed<typeof endpoint>): Promise<ShownBoard> {
  return showBoard(operation, await findBoard(operation, params.id), sightOf(operation));
}

/** That of the first of one's roles that has one, else one made from what one may see. */
export async function readHome(operation: Operation): Promise<ShownBoard> {
  const { orgId, actor } = operation;
  const [own] = await readBoards(
    operation,
    sql`home_of in (select r.code from account_role ar join role r on r.org_id = ${orgId} and r.id = ar.role_id
      where ar.org_id = ${orgId} and ar.account_id = ${actor.accountId})`,
  );
  return showBoard(operation, own ?? homeFor(actor.permissions), sightOf(operation));
}

/** The same figures as on the quality board and on the page of each indicator. */
export async function showBoard(operation: Operation, board: SharedBoard, sight: Sight): Promise<ShownBoard> {
  const quality = await readBoard(operation, { query: {} });
  const data: Record<string, WidgetData> = {};
  for (const widget of board.widgets) data[widget.id] = await readers[widget.kind](operation, widget, { quality, sight });
  return { board, period: quality.period, asOf: quality.asOf, data };
}

interface Context {
  readonly quality: Awaited<ReturnType<typeof readBoard>>;
  readonly sight: Sight;
}

const nothing: WidgetData = { kind: 'nothing' };

type Reader = (operation: Operation, widget: Widget, context: Context) => Promise<WidgetData> | WidgetData;

const figureReader: Reader = (operation, { indicator }, { quality }) =>
  figureOf(operation, indicator ?? quality.headline[0]?.figure.indicator ?? null, quality);

const readers: Readonly<Record<Widget['kind'], Reader>> = {
  kpi: figureReader,
  trend: figureReader,
  ranking: (_operation, _widget, { quality }) => ({ kind: 'ranking', ranking: quality.ranking, ...styleOf(quality) }),
  attention: (_operation, _widget, { quality }) => ({ kind: 'attention', attention: quality.attention }),
  findings: (operation, _widget, { sight }) => (sight.findings ? readFindings(operation, sight.titles) : nothing),
  projects: (operation, _widget, { sight }) => (sight.projects ? readProjects(operation, sight.titles) : nothing),
  text: () => nothing,
};

/** How the values of the ranking are written. */
function styleOf({ headline, ranking }: Context['quality']): Pick<Figure, 'measure' | 'decimals'> {
  const ranked = headline.find(({ figure }) => figure.indicator === ranking?.indicator)?.figure;
  return { measure: ranked?.measure ?? 'number', decimals: ranked?.decimals ?? 1 };
}

async function figureOf(operation: Operation, code: string | null, { period, headline }: Context['quality']): Promise<WidgetData> {
  if (code === null) return nothing;
  const there = headline.find(({ figure }) => figure.indicator === code);
  if (there !== undefined) return { kind: 'figure', ...there };
  try {
    const { figure, trend } = await readIndicatorReport(operation, { params: { code }, query: { period, by: 'service', grain: 'month' } });
    return { kind: 'figure', figure, trend };
  } catch (error) {
    // An indicator that was put away since leaves its place empty.
    if (error instanceof AppError && error.status === 404) return nothing;
    throw error;
  }
}

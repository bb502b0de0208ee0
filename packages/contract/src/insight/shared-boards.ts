import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { figure, scorePeriod } from '../evaluation/scores.ts';
import { id, idParams, instant } from '../values/page.ts';
import { indicatorCode } from '../values/text.ts';
import { board } from './board.ts';
import { widgetKind, widgetWidth } from './widget.ts';

export const widget = z.object({
  id,
  kind: widgetKind,
  width: widgetWidth,
  /** of a figure or a trend */
  indicator: indicatorCode.nullable(),
  text: z.string().max(2000),
});
export type Widget = z.infer<typeof widget>;

const fields = {
  name: z.string().trim().min(1).max(100),
  /** code of the role whose home page it is; choosing one needs the permission to share */
  homeOf: z.string().max(64).nullable(),
  widgets: z.array(widget).max(24),
};
/** `name` is empty where nobody arranged a home page. */
export const sharedBoard = z.object({ id, ...fields, name: z.string(), version: z.number().int(), mayChange: z.boolean() });
export type SharedBoard = z.infer<typeof sharedBoard>;

export const listSharedBoards = endpoint('GET /api/v1/boards', {
  summary: 'Boards that people arranged',
  access: 'insight.read',
  response: z.object({ items: z.array(sharedBoard) }),
});
export const createSharedBoard = endpoint('POST /api/v1/boards', {
  summary: 'Add a board',
  access: 'insight.read',
  body: z.object(fields),
  response: sharedBoard,
});
/** By its owner, or by whoever may share boards. */
export const updateSharedBoard = endpoint('PUT /api/v1/boards/:id', {
  summary: 'Arrange a board',
  access: 'insight.read',
  params: idParams,
  body: z.object({ version: z.number().int(), ...fields }),
  response: sharedBoard,
});
export const deleteSharedBoard = endpoint('DELETE /api/v1/boards/:id', {
  summary: 'Remove a board',
  access: 'insight.read',
  params: idParams,
  response: done,
});

const counted = z.object({ key: z.string(), n: z.number().int() });
const latest = z.object({ number: z.string(), title: z.string(), state: z.string() });
const boardParts = board.shape;
/** What a widget shows. `latest` is empty for whoever looks by a link: titles may name people. */
export const widgetData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), figure, trend: boardParts.headline.element.shape.trend }),
  z.object({ kind: z.literal('ranking'), ranking: boardParts.ranking, ...figure.pick({ measure: true, decimals: true }).shape }),
  z.object({ kind: z.literal('attention'), attention: boardParts.attention }),
  z.object({ kind: z.literal('findings'), states: z.array(counted), latest: z.array(latest) }),
  z.object({
    kind: z.literal('projects'),
    states: z.array(counted),
    outcomes: z.array(counted),
    overdue: z.number().int(),
    latest: z.array(latest),
  }),
  z.object({ kind: z.literal('nothing') }),
]);
export type WidgetData = z.infer<typeof widgetData>;
const shown = z.object({ board: sharedBoard, period: scorePeriod, asOf: instant.nullable(), data: z.record(z.string(), widgetData) });
export type ShownBoard = z.infer<typeof shown>;

export const readSharedBoard = endpoint('GET /api/v1/boards/:id', {
  summary: 'A board with its figures',
  access: 'insight.read',
  params: idParams,
  response: shown,
});
/** That of the first of one's roles that has one; else one made from what one may see. */
export const readHome = endpoint('GET /api/v1/home', { summary: 'The home page of the caller', access: 'insight.read', response: shown });

const boardLink = z.object({
  id,
  name: z.string(),
  boardIds: z.array(id),
  seconds: z.number().int(),
  createdAt: instant,
  expiresAt: instant.nullable(),
});
export type BoardLink = z.infer<typeof boardLink>;
export const listBoardLinks = endpoint('GET /api/v1/board-links', {
  summary: 'Links by which boards are looked at without signing in',
  access: 'boards.share',
  response: z.object({ items: z.array(boardLink) }),
});
/** The token is shown this once; the page is `/p/b/` and the token. Several boards take turns on a wall. */
export const createBoardLink = endpoint('POST /api/v1/board-links', {
  summary: 'Share boards by link',
  access: 'boards.share',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    boardIds: z.array(id).min(1).max(12),
    seconds: z.number().int().min(5).max(3600),
    expiresAt: instant.nullable(),
  }),
  response: z.object({ link: boardLink, token: z.string() }),
});
export const revokeBoardLink = endpoint('DELETE /api/v1/board-links/:id', {
  summary: 'Take a link back',
  access: 'boards.share',
  params: idParams,
  response: done,
});
export const readByBoardLink = endpoint('GET /api/v1/linked-boards/:token', {
  summary: 'The boards behind a link, without anything that names a person',
  access: 'public',
  params: z.object({ token: z.string().min(20).max(100) }),
  response: z.object({ organisation: z.string(), timeZone: z.string(), seconds: z.number().int(), boards: z.array(shown) }),
});

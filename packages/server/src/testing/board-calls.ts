import * as sharedBoards from '@zhiheng/contract/insight/shared-boards';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const staff = 'AQSUTE';
const managers = 'AQ';
const widget = { id, kind: 'kpi', width: 'third', indicator: 'no_such_indicator', text: '' };
const fields = { name: 'Mine', homeOf: null, widgets: [widget] };

export const boardFiles = { sharedBoards };

/** Sample calls of boards and their links. */
export const boardCalls: readonly SampleCall[] = [
  { endpoint: sharedBoards.listSharedBoards, may: staff },
  { endpoint: sharedBoards.createSharedBoard, may: staff, body: fields },
  { endpoint: sharedBoards.readSharedBoard, may: staff, params: { id } },
  { endpoint: sharedBoards.updateSharedBoard, may: staff, params: { id }, body: { ...fields, version: 1 } },
  { endpoint: sharedBoards.deleteSharedBoard, may: staff, params: { id } },
  { endpoint: sharedBoards.readHome, may: staff },
  { endpoint: sharedBoards.listBoardLinks, may: managers },
  { endpoint: sharedBoards.createBoardLink, may: managers, body: { name: 'Wall', boardIds: [id], seconds: 30, expiresAt: null } },
  { endpoint: sharedBoards.revokeBoardLink, may: managers, params: { id } },
  { endpoint: sharedBoards.readByBoardLink, may: 'everybody', params: { token: 'x'.repeat(43) } },
];

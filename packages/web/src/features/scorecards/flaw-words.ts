import { m } from '../../paraglide/messages.js';
import type { TreeFlaw } from './scorecard-draft.ts';

export const flawWords: Readonly<Record<TreeFlaw, () => string>> = {
  'need-leaf': m.board_editor_need_leaf,
  'need-names': m.board_editor_need_names,
  'need-indicator': m.board_editor_need_indicator,
  twice: m.board_editor_twice,
};

import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import { Drawer } from 'antd';
import { m } from '../../paraglide/messages.js';
import { ScorecardEditor } from './scorecard-editor.tsx';

interface Props {
  /** undefined: a new one */
  readonly scorecard: Scorecard | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (code: string | undefined) => void;
}

export function ScorecardDrawer({ scorecard, open, onClose, onDone }: Props) {
  const title = scorecard === undefined ? m.board_editor_title_new() : m.board_editor_title_edit();
  return (
    <Drawer open={open} onClose={onClose} destroyOnHidden size={820} title={title}>
      <ScorecardEditor key={scorecard?.version ?? 'new'} scorecard={scorecard} onDone={onDone} />
    </Drawer>
  );
}

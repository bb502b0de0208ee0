import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';

export function NoScorecard({ onNew }: { readonly onNew: () => void }) {
  const may = useMay();
  return (
    <>
      <PageHeader title={m.board_scores_title()} />
      <EmptyState
        title={m.board_scores_none_title()}
        words={m.board_scores_none_text()}
        action={
          <>
            {may('packs.manage') ? <Link to="/app/admin/packs">{m.board_demo_open()}</Link> : null}{' '}
            {may('evaluation.define') ? <Button onClick={onNew}>{m.board_scores_new()}</Button> : null}
          </>
        }
      />
    </>
  );
}

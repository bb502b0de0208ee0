import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { MenuItem, PopoverMenu } from '../../../ui/popover-menu.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { lastList } from '../list/last-list.ts';
import { CaseStatusBadge } from '../words/case-status-badge.tsx';
import { channelWords, transitionWord, typeWords } from '../words/case-words.ts';
import { PriorityBadge } from '../words/priority-badge.tsx';
import styles from './case-header.module.css';

export type CaseDialog = 'edit' | 'merge' | 'split';

interface Props {
  readonly shown: ServiceCase;
  readonly pending: boolean;
  readonly onReply: () => void;
  readonly onAssign: () => void;
  readonly onStatus: (to: CaseStatus) => void;
  readonly onDialog: (dialog: CaseDialog) => void;
}

/** Which case, how it stands, and where it may go. */
export function CaseHeader(props: Props) {
  const format = useFormat();
  const mayWrite = useMay()('cases.write');
  const { shown } = props;
  return (
    <header className={styles.header}>
      <title>{`${shown.number} ${shown.subject}`}</title>
      <div className={styles.words}>
        <p className={styles.path}>
          <Link to="/app/cases" search={lastList()}>
            {m.cases_back()}
          </Link>{' '}
          / {shown.number} · {typeWords[shown.type]()} ·{' '}
          {m.cases_opened({ at: format.dateTime(shown.openedAt), channel: channelWords[shown.channel]() })}
        </p>
        <h1>
          {shown.subject}
          <span className={styles.badges}>
            <PriorityBadge priority={shown.priority} />
            <CaseStatusBadge status={shown.status} />
            {shown.restricted ? <StatusBadge tone="note">{m.cases_restricted()}</StatusBadge> : null}
          </span>
        </h1>
      </div>
      {mayWrite && shown.status !== 'merged' ? <Actions {...props} /> : null}
    </header>
  );
}

/** Often used ones first; the others stand in the menu. */
const rank: Readonly<Partial<Record<CaseStatus, number>>> = { resolved: 0, closed: 1, open: 2, 'following-up': 3, 'awaiting-customer': 4 };
const shownAtOnce = 2;

function Actions({ shown, pending, onReply, onAssign, onStatus, onDialog }: Props) {
  const may = useMay();
  const navigate = useNavigate();
  const ordered = shown.transitions.toSorted((a, b) => (rank[a] ?? 9) - (rank[b] ?? 9));
  const word = (to: CaseStatus) => transitionWord(shown.status, to);
  return (
    <div className={styles.actions}>
      <PopoverMenu label={m.cases_more_actions()} face={<span aria-hidden="true">⋯</span>}>
        {ordered.slice(shownAtOnce).map((to) => (
          <MenuItem key={to} onChoose={() => onStatus(to)}>
            {word(to)}
          </MenuItem>
        ))}
        <MenuItem onChoose={() => onDialog('edit')}>{m.cases_edit()}</MenuItem>
        <MenuItem onChoose={() => onDialog('merge')}>{m.cases_merge()}</MenuItem>
        <MenuItem onChoose={() => onDialog('split')}>{m.cases_split()}</MenuItem>
        {may('knowledge.write') ? (
          <MenuItem onChoose={() => void navigate({ to: '/app/knowledge/new', search: { case: shown.number } })}>
            {m.cases_article_write()}
          </MenuItem>
        ) : null}
      </PopoverMenu>
      <Button onClick={onAssign}>{m.cases_assign()}</Button>
      {ordered.slice(0, shownAtOnce).map((to) => (
        <Button key={to} disabled={pending} onClick={() => onStatus(to)}>
          {word(to)}
        </Button>
      ))}
      <Button type="primary" onClick={onReply}>
        {m.cases_composer_reply()}
      </Button>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { findingCountsQuery } from '../findings.query.ts';
import type { FindingsSearch } from '../findings.search.ts';
import styles from '../findings.module.css';

interface Props {
  readonly search: FindingsSearch;
  readonly onChange: (part: FindingsSearch) => void;
}

const none: FindingsSearch = { state: undefined, mine: undefined, overdue: undefined, kind: undefined };

/** What people ask for most, each with how many there are. */
export function QuickFilters({ search, onChange }: Props) {
  const format = useFormat();
  const { data } = useQuery(findingCountsQuery);
  if (data === undefined) return null;
  const { state, mine, overdue, kind } = search;
  const plain = state === undefined && mine === undefined && overdue === undefined && kind === undefined;
  const buttons = [
    { label: m.findings_quick_active({ n: format.number(data.active) }), isOn: plain, part: {} },
    { label: m.findings_quick_mine({ n: format.number(data.mine) }), isOn: mine === true, part: { mine: true } as const },
    { label: m.findings_quick_overdue({ n: format.number(data.overdue) }), isOn: overdue === true, part: { overdue: true } as const },
    {
      label: m.findings_quick_unclassified({ n: format.number(data.unclassified) }),
      isOn: kind === 'none',
      part: { kind: 'none' } as const,
    },
  ];
  return (
    <div className={styles.quick} role="group" aria-label={m.findings_quick()}>
      {buttons.map(({ label, isOn, part }) => (
        <Button
          key={label}
          size="small"
          aria-pressed={isOn}
          type={isOn ? 'primary' : 'default'}
          onClick={() => onChange({ ...none, ...part })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

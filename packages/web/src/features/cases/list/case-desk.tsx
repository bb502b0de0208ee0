import { useNavigate } from '@tanstack/react-router';
import type { CaseRow } from '@zhiheng/contract/cases/case';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { undoLast } from '../../../lib/toast.ts';
import { toggled } from '../../../lib/toggled.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { useMay } from '../../identity/index.ts';
import { ChoiceDialog } from '../choice/choice-dialog.tsx';
import { useCaseChoices, type ChoiceKind } from '../choice/use-case-choices.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseTable } from './case-table.tsx';
import type { CasesSearch } from './cases.search.ts';
import { KeysHelp } from '../../../ui/keys/keys-help.tsx';
import { listKeyWords } from './list-key-words.ts';
import { useChangeCases } from './use-change-cases.ts';
import { useListKeys } from '../../../ui/keys/use-list-keys.ts';

interface Props {
  readonly search: CasesSearch;
  readonly rows: readonly CaseRow[];
  readonly onChange: (part: CasesSearch) => void;
  readonly onReplace: (search: CasesSearch) => void;
  readonly more: Parameters<typeof MoreButton>[0]['query'];
  readonly children: (table: ReactNode) => ReactNode;
}

interface Asked {
  readonly kind: ChoiceKind;
  readonly rows: readonly CaseRow[];
}
const noIds: ReadonlySet<string> = new Set();

/** Filters, list, what is selected, and the keys that work on it. */
export function CaseDesk({ search, rows, onChange, onReplace, more, children }: Props) {
  const mayWrite = useMay()('cases.write');
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  const filters = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(noIds);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [help, setHelp] = useState(false);
  const change = useChangeCases();
  // Cases that left the list are no longer there to be chosen.
  const chosenRows = rows.filter(({ id }) => chosen.has(id));
  const choiceOf = useCaseChoices((part) => {
    if (asked === null) return;
    change.mutate({ rows: asked.rows, change: part });
    setChosen(noIds);
  });
  const toggle = (id: string) => setChosen((now) => toggled(now, id));
  const keys = useMemo(() => {
    const ask = (kind: ChoiceKind) => (id: string | null) => {
      const targets = chosenRows.length > 0 ? chosenRows : rows.filter((row) => row.id === id);
      if (mayWrite && targets.length > 0) setAsked({ kind, rows: targets });
    };
    return {
      x: (id: string | null) => (id === null || !mayWrite ? undefined : setChosen((now) => toggled(now, id))),
      a: ask('assign'),
      p: ask('priority'),
      s: ask('status'),
      n: () => (mayWrite ? void navigate({ to: '/app/cases/new', search: { channel: 'phone' } }) : undefined),
      z: () => void undoLast(),
      '/': () => filters.current?.querySelector('input')?.focus(),
      '?': () => setHelp(true),
      Escape: () => setChosen(noIds),
    };
  }, [chosenRows, rows, mayWrite, navigate]);
  useListKeys(table, keys);
  const toggleAll = () => setChosen(rows.every(({ id }) => chosen.has(id)) ? noIds : new Set(rows.map(({ id }) => id)));
  return (
    <>
      <CaseFilters key={search.view ?? 'open'} ref={filters} search={search} onChange={onChange} onReplace={onReplace} />
      {children(
        <>
          <CaseTable ref={table} rows={rows} chosen={mayWrite ? chosen : null} onToggle={toggle} onToggleAll={toggleAll} />
          <MoreButton query={more} />
          <BulkBar
            n={chosenRows.length}
            pending={change.isPending}
            onAsk={(kind) => setAsked({ kind, rows: chosenRows })}
            onClear={() => setChosen(noIds)}
          />
        </>,
      )}
      <ChoiceDialog choice={asked === null ? null : choiceOf(asked.kind, asked.rows.length)} onClose={() => setAsked(null)} />
      <KeysHelp open={help} keys={listKeyWords()} onClose={() => setHelp(false)} />
    </>
  );
}

import type { CaseFilePreview } from '@zhiheng/contract/cases/case-imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import styles from './case-imports.module.css';

const shown = 12;

/** Names that lead to nothing here, and what becomes of them. */
export function UnknownNamesCard({ preview }: { readonly preview: CaseFilePreview }) {
  const format = useFormat();
  const { unknownTeams, unknownPeople, unknownCategories } = preview;
  const lists = [
    [m.case_imports_unknown_teams(), unknownTeams],
    [m.case_imports_unknown_people(), unknownPeople],
    [m.case_imports_unknown_categories(), unknownCategories],
  ] as const;
  const found = lists.filter(([, names]) => names.length > 0);
  if (found.length === 0) return null;
  const listed = (names: CaseFilePreview['unknownTeams']): string => {
    const first = format.list(names.slice(0, shown).map(({ word }) => word));
    return names.length > shown ? `${first} ${m.case_imports_and_more({ n: format.number(names.length) })}` : first;
  };
  return (
    <Card title={m.case_imports_unknown()}>
      <p className={styles.line}>{m.case_imports_unknown_note()}</p>
      <FactTable label={m.case_imports_unknown()} rows={found.map(([title, names]) => [title, listed(names)] as const)} />
    </Card>
  );
}

import type { FieldResults } from '@zhiheng/contract/fieldwork/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FigureDots } from './figure-dots.tsx';
import styles from '../fieldwork.module.css';

/** The score by where; a single group says nothing that the score itself does not. */
export function GroupsCard({ results }: { readonly results: FieldResults }) {
  const format = useFormat();
  const groups = [
    [m.fieldwork_by_site(), results.sites],
    [m.fieldwork_by_team(), results.teams],
    [m.fieldwork_by_service(), results.services],
  ] as const;
  const shown = groups.filter(([, rows]) => rows.length > 1);
  if (shown.length === 0) return null;
  return (
    <div className={styles.pair}>
      {shown.map(([title, rows]) => (
        <Card key={title} title={title}>
          <FigureDots
            label={title}
            rows={rows.map((row) => ({
              ...row,
              key: row.id ?? 'none',
              name: row.name === null ? m.fieldwork_not_set() : format.text(row.name),
            }))}
            min={0}
            max={100}
          />
        </Card>
      ))}
    </div>
  );
}

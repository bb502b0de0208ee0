import { Link } from '@tanstack/react-router';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { spanText } from '../fieldwork-words.ts';
import styles from '../fieldwork.module.css';

export function PlanCard({ study }: { readonly study: FieldStudy }) {
  const format = useFormat();
  const { id, purpose, serviceName, from, until, wanted, raters, published, changed, previousName } = study;
  const purposeText = format.text(purpose);
  return (
    <Card title={m.fieldwork_plan()}>
      {purposeText === '' ? null : <p className={styles.prose}>{purposeText}</p>}
      <FactTable
        label={m.fieldwork_plan()}
        rows={[
          [m.fieldwork_service(), serviceName === null ? '—' : format.text(serviceName)],
          [m.fieldwork_span(), spanText(from, until)],
          [m.fieldwork_wanted(), wanted === null ? '—' : format.number(wanted)],
          [m.fieldwork_raters_wanted(), format.number(raters)],
          ...(previousName === null ? [] : [[m.fieldwork_compared_with(), format.text(previousName)] as const]),
        ]}
      />
      {published === null ? (
        <p className={styles.hint}>
          ▲ {m.fieldwork_publish_first()}{' '}
          <Link to="/app/fieldwork/$id/guide" params={{ id }}>
            {m.fieldwork_to_guide()} →
          </Link>
        </p>
      ) : null}
      {published !== null && changed ? <p className={styles.small}>{m.fieldwork_guide_changed()}</p> : null}
    </Card>
  );
}

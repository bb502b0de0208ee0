import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { RaterAgreement } from '@zhiheng/contract/fieldwork/agreement';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { coderAgreementQuery, raterAgreementQuery } from '../fieldwork.query.ts';
import { StudyFrame } from '../study/study-frame.tsx';
import { AgreedTable } from './agreed-table.tsx';
import { CodersCard } from './coders-card.tsx';
import styles from '../fieldwork.module.css';

const route = getRouteApi('/app/fieldwork/$id/agreement');

/** How far several raters, and several coders, came to the same. */
export function AgreementPage() {
  const { id } = route.useParams();
  return <StudyFrame id={id}>{() => <Agreement studyId={id} />}</StudyFrame>;
}

function Agreement({ studyId }: { readonly studyId: string }) {
  const raters = useQuery(raterAgreementQuery(studyId));
  const coders = useQuery(coderAgreementQuery(studyId));
  return (
    <div className={styles.stack}>
      <HowToRead />
      <QueryView
        query={raters}
        isEmpty={({ sessions, hidden }) => sessions === 0 && hidden === 0}
        empty={{ title: m.fieldwork_agreement_none(), words: m.fieldwork_agreement_none_text() }}
      >
        {(agreement) => <Raters agreement={agreement} />}
      </QueryView>
      <QueryView query={coders}>{(pairs) => <CodersCard pairs={pairs} />}</QueryView>
    </div>
  );
}

function HowToRead() {
  return (
    <Card title={m.fieldwork_how_to_read()}>
      <p className={styles.prose}>{m.fieldwork_how_to_read_text()}</p>
      <p className={styles.note}>{m.fieldwork_how_to_read_bands()}</p>
    </Card>
  );
}

function Raters({ agreement }: { readonly agreement: RaterAgreement }) {
  const format = useFormat();
  const { sessions, raters, items, measures, hidden } = agreement;
  return (
    <>
      {hidden === 0 ? null : <p className={styles.hint}>▲ {m.fieldwork_hidden_results({ n: format.number(hidden) })}</p>}
      <Card title={m.fieldwork_agreement_measures()} aside={m.fieldwork_sessions_twice({ n: format.number(sessions) })} flush>
        <AgreedTable label={m.fieldwork_agreement_measures()} rows={measures} />
      </Card>
      <Card title={m.fieldwork_agreement_items()} aside={m.fieldwork_worst_first()} flush>
        <AgreedTable label={m.fieldwork_agreement_items()} rows={items} />
      </Card>
      <Card title={m.fieldwork_agreement_raters()}>
        <p className={styles.note}>{m.fieldwork_agreement_raters_text()}</p>
        <PlainTable
          label={m.fieldwork_agreement_raters()}
          columns={[m.fieldwork_rater(), m.fieldwork_sheets_submitted(), m.fieldwork_mean_given()]}
          rows={raters.map(({ name, sheets, mean }) => ({
            key: name,
            cells: [name, format.number(sheets), mean === null ? '—' : format.number(mean, 1)],
          }))}
        />
      </Card>
    </>
  );
}

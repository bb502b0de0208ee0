import { useQuery } from '@tanstack/react-query';
import type { SurveyFunnel } from '@zhiheng/contract/surveys/results';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { figureText, rangeText } from './figure-words.ts';
import { funnelQuery } from './survey-results.query.ts';
import styles from './survey-results.module.css';

const wayWords = {
  public: m.survey_results_way_public,
  personal: m.survey_results_way_personal,
  email: m.survey_results_way_email,
  kiosk: m.survey_results_way_kiosk,
  telephone: m.survey_results_way_telephone,
  snippet: m.survey_results_way_snippet,
  'after-case': m.survey_results_way_after_case,
  import: m.survey_results_way_import,
} as const;

const flagWords = {
  fast: m.survey_results_flag_fast,
  'long-string': m.survey_results_flag_long_string,
  'no-variance': m.survey_results_flag_no_variance,
  'improbable-variance': m.survey_results_flag_improbable_variance,
  'duplicate-vector': m.survey_results_flag_duplicate,
  'regular-timing': m.survey_results_flag_regular,
  pasted: m.survey_results_flag_pasted,
  'repeated-device': m.survey_results_flag_device,
  'off-profile': m.survey_results_flag_off_profile,
  burst: m.survey_results_flag_burst,
} as const;

/** Who was asked and who answered; and which answers may not be meant. */
export function FunnelCards({ id }: { readonly id: string }) {
  const query = useQuery(funnelQuery(id));
  return (
    <QueryView query={query}>
      {(funnel) => (
        <div className={styles.pair}>
          <Ways funnel={funnel} />
          <Quality funnel={funnel} />
        </div>
      )}
    </QueryView>
  );
}

function Ways({ funnel: { ways, screenedOut } }: { readonly funnel: SurveyFunnel }) {
  const format = useFormat();
  return (
    <Card title={m.survey_results_funnel()}>
      <PlainTable
        label={m.survey_results_funnel()}
        columns={[
          m.survey_results_way(),
          m.survey_results_invited(),
          m.survey_results_opened(),
          m.survey_results_answered(),
          m.survey_results_rate(),
        ]}
        rows={ways.map(({ id, kind, name, invited, opened, answered, rate }) => ({
          key: id ?? kind,
          cells: [
            name === null ? wayWords[kind]() : `${format.text(name)} · ${wayWords[kind]()}`,
            ...(invited === 0 ? ['—', '—'] : [format.number(invited), format.number(opened)]),
            format.number(answered),
            rate === null ? '—' : `${figureText(rate, 'share', format)} (${rangeText(rate, 'share', format) ?? '—'})`,
          ],
        }))}
      />
      {screenedOut === 0 ? null : <p className={styles.note}>{m.survey_results_screened_out({ n: format.number(screenedOut) })}</p>}
    </Card>
  );
}

function Quality({ funnel: { flags, suspicious, n } }: { readonly funnel: SurveyFunnel }) {
  const format = useFormat();
  if (flags === null)
    return (
      <Card title={m.survey_results_quality()}>
        <p className={styles.note}>{m.survey_results_quality_anonymous()}</p>
      </Card>
    );
  return (
    <Card title={m.survey_results_quality()} aside={m.survey_results_suspicious({ n: format.number(suspicious), all: format.number(n) })}>
      {flags.length === 0 ? (
        <p className={styles.note}>{m.survey_results_no_flags()}</p>
      ) : (
        <PlainTable
          label={m.survey_results_quality()}
          columns={[m.survey_results_flag(), m.survey_results_answers()]}
          rows={flags.map(({ flag, n: count }) => ({ key: flag, cells: [flagWords[flag](), format.number(count)] }))}
        />
      )}
      <p className={styles.note}>{m.survey_results_quality_note()}</p>
    </Card>
  );
}

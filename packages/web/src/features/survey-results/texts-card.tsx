import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getSurveyTexts, type SurveyTexts } from '@zhiheng/contract/feedback/survey-texts';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { figureText, rangeText } from './figure-words.ts';
import styles from './survey-results.module.css';

const textsQuery = (id: string) =>
  queryOptions({ queryKey: ['survey-results', id, 'texts'], queryFn: () => call(getSurveyTexts, { params: { id } }) });

/** What people wrote: themes with their sentiment and quotes, each to be corrected where it stands in the inbox. */
export function TextsCard({ id }: { readonly id: string }) {
  const format = useFormat();
  const query = useQuery(textsQuery(id));
  return (
    <Card title={m.survey_analyses_texts()} aside={query.data === undefined ? null : asideOf(query.data, format)}>
      <QueryView query={query}>
        {(texts) => (texts.n === 0 ? <p className={styles.note}>{m.survey_analyses_texts_empty()}</p> : <Themes texts={texts} />)}
      </QueryView>
    </Card>
  );
}

const asideOf = ({ n, positive, negative, unclear }: SurveyTexts, format: Format): string =>
  m.survey_analyses_texts_aside({
    ...{ n: format.number(n), positive: format.number(positive) },
    ...{ negative: format.number(negative), unclear: format.number(unclear) },
  });

function Themes({ texts: { themes, withoutTheme, found, corrected } }: { readonly texts: SurveyTexts }) {
  const format = useFormat();
  const rest = [
    m.survey_analyses_texts_without({ n: format.number(withoutTheme) }),
    ...(found.length === 0 ? [] : [m.survey_analyses_texts_found({ list: format.list(found.map(({ words }) => words.join(' '))) })]),
  ];
  return (
    <>
      {themes.length === 0 ? null : (
        <PlainTable
          label={m.survey_analyses_texts()}
          columns={[m.survey_analyses_texts_theme(), 'n', m.survey_analyses_texts_negative(), m.survey_results_interval()]}
          rows={themes.map(({ id, name, n, negative }) => ({
            key: id,
            cells: [
              format.text(name),
              format.number(n),
              figureText(negative, 'share', format),
              rangeText(negative, 'share', format) ?? '—',
            ],
          }))}
        />
      )}
      {themes.map((theme) => (
        <details key={theme.id}>
          <summary className={styles.part}>
            {format.text(theme.name)} · {m.survey_analyses_texts_quotes()}
          </summary>
          <Quotes quotes={theme.quotes} />
        </details>
      ))}
      {withoutTheme === 0 ? null : <p className={styles.note}>{rest.join(' ')}</p>}
      <p className={styles.note}>
        {m.survey_analyses_texts_note({ n: format.number(corrected) })}{' '}
        <Link to="/app/feedback/themes">{m.survey_analyses_texts_accuracy()}</Link>
      </p>
    </>
  );
}

const polarityWords = {
  positive: () => `● ${m.survey_analyses_texts_positive()}`,
  negative: () => `■ ${m.survey_analyses_texts_bad()}`,
  unclear: () => `▲ ${m.survey_analyses_texts_unclear()}`,
} as const;

function Quotes({ quotes }: { readonly quotes: SurveyTexts['themes'][number]['quotes'] }) {
  return (
    <ul className={styles.guide}>
      {quotes.map(({ id, body, polarity }) => (
        <li key={id}>
          {polarityWords[polarity ?? 'unclear']()} · “{body}”{' '}
          <Link to="/app/feedback" search={{ state: 'all', item: id }}>
            {m.survey_analyses_texts_open()}
          </Link>
        </li>
      ))}
    </ul>
  );
}

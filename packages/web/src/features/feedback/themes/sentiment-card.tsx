import { useQuery } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { sentimentQuality } from '@zhiheng/contract/feedback/themes';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { sentimentQuery } from '../feedback.query.ts';
import styles from './themes.module.css';

type Quality = Reply<typeof sentimentQuality>;
type Judged = NonNullable<Quality['judged']>;

/** How often the judgement of sentiment agrees with people here. */
export function SentimentCard() {
  const query = useQuery(sentimentQuery);
  return (
    <Card title={m.feedback_sentiment()}>
      <QueryView query={query}>
        {(quality) => (quality.judged === null ? <TooFew quality={quality} /> : <Measured judged={quality.judged} />)}
      </QueryView>
    </Card>
  );
}

function TooFew({ quality }: { readonly quality: Quality }) {
  const format = useFormat();
  const { corrections, needed } = quality;
  const words =
    corrections < needed
      ? m.feedback_sentiment_few({ n: format.number(corrections), needed: format.number(needed) })
      : m.feedback_sentiment_soon({ n: format.number(corrections) });
  return (
    <div className={styles.stack}>
      <p className={styles.words}>{words}</p>
      <ProgressBar label={m.feedback_sentiment()} share={Math.min(1, corrections / needed)} />
    </div>
  );
}

function Measured({ judged }: { readonly judged: Judged }) {
  const format = useFormat();
  const { own, shipped, heldOut, used, trainedAt } = judged;
  const words = used === 'own' ? m.feedback_sentiment_own() : m.feedback_sentiment_shipped();
  return (
    <div className={styles.stack}>
      <p className={styles.words}>{words}</p>
      <PlainTable
        label={m.feedback_sentiment()}
        columns={[m.feedback_model(), m.feedback_model_right(), m.feedback_report_interval(), 'n']}
        rows={[rowOf('own', m.feedback_model_own()), rowOf('shipped', m.feedback_model_shipped())]}
      />
      <p className={styles.quiet}>{m.feedback_sentiment_how({ at: format.dateTime(trainedAt) })}</p>
    </div>
  );

  function rowOf(key: 'own' | 'shipped', name: string) {
    const { right, interval } = key === 'own' ? own : shipped;
    return { key, cells: [name, format.percent((100 * right) / heldOut), rangeOf(interval, format), format.number(heldOut)] };
  }
}

const rangeOf = (interval: readonly [number, number] | null, format: Format): string =>
  interval === null ? '—' : `${format.percent(100 * interval[0])}–${format.percent(100 * interval[1])}`;

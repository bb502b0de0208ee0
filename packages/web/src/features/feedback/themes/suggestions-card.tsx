import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { themeSuggestionsQuery } from '../feedback.query.ts';
import styles from './themes.module.css';
import type { ThemeRow } from './themes-card.tsx';
import { inUse, useSetThemes } from './use-set-themes.ts';

/** Themes that are ready for a trade, and groups of words that no theme covers. */
export function SuggestionsCard({ themes }: { readonly themes: readonly ThemeRow[] }) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const [trade, setTrade] = useState<string | undefined>();
  const query = useQuery(themeSuggestionsQuery(trade));
  const save = useSetThemes();
  return (
    <Card title={m.feedback_suggestions()}>
      <QueryView query={query}>
        {({ trades, seeds, found }) => (
          <div className={styles.stack}>
            <div className={styles.row}>
              <Select
                aria-label={m.feedback_trade()}
                placeholder={m.feedback_trade_common()}
                allowClear
                style={{ minWidth: 180 }}
                value={trade ?? null}
                options={trades.map((value) => ({ value, label: m.feedback_trade_name({ trade: value }) }))}
                onChange={(next: string | undefined) => setTrade(next)}
              />
              {mayWrite && seeds.length > 0 ? (
                <Button loading={save.isPending} onClick={() => save.mutate([...inUse(themes), ...seeds])}>
                  {m.feedback_seeds_take({ n: format.number(seeds.length) })}
                </Button>
              ) : null}
            </div>
            <ProblemAlert error={save.error} />
            <p className={styles.quiet}>
              {seeds.length === 0 ? m.feedback_seeds_none() : format.list(seeds.map(({ name }) => format.text(name)))}
            </p>
            {found.length === 0 ? (
              <p className={styles.quiet}>{m.feedback_found_none()}</p>
            ) : (
              <PlainTable
                label={m.feedback_found()}
                columns={[m.feedback_found(), m.feedback_theme_n()]}
                rows={found.map(({ words, n }) => ({ key: words.join(' '), cells: [words.join(' · '), format.number(n)] }))}
              />
            )}
          </div>
        )}
      </QueryView>
    </Card>
  );
}

import type { Reply } from '@zhiheng/contract/endpoint';
import type { listThemes } from '@zhiheng/contract/feedback/themes';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { ThemeDialog } from './theme-dialog.tsx';
import { inUse, useSetThemes } from './use-set-themes.ts';

export type ThemeRow = Reply<typeof listThemes>['items'][number];
const shownWords = 12;

export function ThemesCard({ themes }: { readonly themes: readonly ThemeRow[] }) {
  const format = useFormat();
  const mayWrite = useMay()('feedback.write');
  const [edited, setEdited] = useState<ThemeRow | 'new' | null>(null);
  const save = useSetThemes();
  const rows = inUse(themes);
  const columns: Column<ThemeRow>[] = [
    {
      key: 'name',
      title: m.feedback_theme(),
      lead: true,
      width: '58%',
      cell: ({ id, name, words }) => (
        <TwoLines
          first={
            <Link to="/app/feedback" search={{ themeId: id, state: 'all' }}>
              {format.text(name)}
            </Link>
          }
          second={words.slice(0, shownWords).join(' · ')}
        />
      ),
    },
    { key: 'n', title: m.feedback_theme_n(), align: 'end', cell: ({ n }) => format.number(n) },
    {
      key: 'negative',
      title: m.feedback_theme_negative(),
      align: 'end',
      cell: ({ n, negative }) => (n === 0 ? '—' : `${format.percent((100 * negative) / n, 0)} (${format.number(negative)})`),
    },
    {
      key: 'actions',
      title: m.feedback_actions(),
      quiet: true,
      align: 'end',
      cell: (row) =>
        mayWrite ? (
          <RowActions
            actions={[
              { label: m.feedback_theme_edit(), of: format.text(row.name), onClick: () => setEdited(row) },
              {
                ...{ label: m.feedback_theme_retire(), of: format.text(row.name), danger: true, pending: save.isPending },
                onClick: () => save.mutate(rows.filter(({ id }) => id !== row.id)),
              },
            ]}
          />
        ) : null,
    },
  ];
  const add = mayWrite ? <Button onClick={() => setEdited('new')}>{m.feedback_theme_new()}</Button> : undefined;
  return (
    <Card title={m.feedback_themes_in_use()} aside={format.number(rows.length)} actions={add}>
      {rows.length === 0 ? (
        <EmptyState title={m.feedback_themes_none()} words={m.feedback_themes_none_text()} />
      ) : (
        <DataTable label={m.feedback_themes_in_use()} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      <ThemeDialog edited={edited} themes={rows} onClose={() => setEdited(null)} />
    </Card>
  );
}

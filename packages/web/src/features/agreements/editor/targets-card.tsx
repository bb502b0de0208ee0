import { PlusOutlined } from '@ant-design/icons';
import { targetKind } from '@zhiheng/contract/agreements/policy';
import { usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import { Select } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { columnWords, targetWords } from '../agreement-words.ts';
import type { CardProps } from './draft-cards.tsx';
import { FindingList, findingsAt } from './findings.tsx';
import { RowDrawer } from './row-drawer.tsx';
import { columns, rowsOf, targetsOf, type Target, type TargetRow } from './target-rows.ts';
import { TargetLine } from './target-line.tsx';
import styles from './editor.module.css';

/** What is promised: a line for each promise, a time for each priority. */
export function TargetsCard({ definition, findings, onChange }: CardProps) {
  const [open, setOpen] = useState<number>();
  const rows = rowsOf(definition.targets);
  const write = (next: readonly TargetRow[]) => onChange({ targets: targetsOf(next) });
  const put = (index: number, row: TargetRow) => write(rows.with(index, row));
  const opened = open === undefined ? undefined : rows[open];
  return (
    <Card title={m.agreements_targets()} aside={m.agreements_targets_hint()}>
      <div className={styles.scroll}>
        <table className={styles.targets}>
          <caption className="visually-hidden">{m.agreements_targets()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.agreements_target()}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {columnWords[column]()}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{m.agreements_actions()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <TargetLine
                key={index}
                row={row}
                index={index}
                findings={findings}
                rows={rows}
                onChange={(next) => put(index, next)}
                onOpen={() => setOpen(index)}
                onRemove={() => write(rows.toSpliced(index, 1))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <FindingList findings={findings.filter(({ where }) => where === 'targets')} />
      <AddTarget onAdd={(kind) => onChange({ targets: [...definition.targets, usualTargetOf(kind, firstGoal)] })} />
      <p className={styles.hint}>{m.agreements_goal_hint()}</p>
      {opened === undefined || open === undefined ? null : (
        <RowDrawer
          row={opened}
          findings={findingsAt(findings, 'targets')}
          onChange={(course) => put(open, { ...opened, course })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

const firstGoal = { kind: 'working-time', seconds: 8 * 3600 } as const;

function AddTarget({ onAdd }: { readonly onAdd: (kind: Target['kind']) => void }) {
  return (
    <Select<Target['kind'] | null>
      className={styles.add ?? ''}
      aria-label={m.agreements_target_add()}
      placeholder={
        <>
          <PlusOutlined /> {m.agreements_target_add()}
        </>
      }
      value={null}
      options={targetKind.options.map((value) => ({ value, label: targetWords[value]() }))}
      onChange={(kind) => kind !== null && onAdd(kind)}
    />
  );
}

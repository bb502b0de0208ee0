import { useMutation } from '@tanstack/react-query';
import { importICalendar } from '@zhiheng/contract/agreements/calendars';
import { Button, Modal } from 'antd';
import { useId, useState, type ChangeEvent } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { kindWords } from './day-faces.ts';
import { spansText } from './spans-text.ts';
import type { Override } from './year-days.ts';
import styles from './calendar-page.module.css';

interface Props {
  readonly zone: string;
  readonly year: number;
  readonly onClose: () => void;
  readonly onTake: (items: Override[]) => void;
}

/** Days from an iCalendar file: looked at first, then taken over. */
export function ImportDialog({ zone, year, onClose, onTake }: Props) {
  const format = useFormat();
  const id = useId();
  const [file, setFile] = useState('');
  const reading = useMutation({
    mutationFn: (text: string) => call(importICalendar, { body: { text, zone, from: `${year - 1}-01-01`, to: `${year + 3}-01-01` } }),
    meta: { showsError: true },
  });
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (chosen === undefined) return;
    setFile(chosen.name);
    reading.mutate(await chosen.text());
  };
  const found = reading.data;
  return (
    <Modal
      open
      width={720}
      title={m.calendars_import_title()}
      onCancel={onClose}
      cancelText={m.shell_cancel()}
      okText={m.calendars_import_take({ n: format.number(found?.items.length ?? 0) })}
      okButtonProps={{ disabled: found === undefined || found.items.length === 0 }}
      onOk={() => {
        onTake(found?.items ?? []);
        onClose();
      }}
    >
      <p className={styles.hint}>{m.calendars_import_hint({ from: String(year - 1), to: String(year + 2) })}</p>
      <input
        id={id}
        type="file"
        aria-label={m.calendars_import_choose()}
        accept=".ics,text/calendar"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => void choose(event)}
      />
      <p className={styles.file}>
        <Button loading={reading.isPending} onClick={() => document.getElementById(id)?.click()}>
          {m.calendars_import_choose()}
        </Button>
        <span>{file}</span>
      </p>
      <ProblemAlert error={reading.error} />
      {found === undefined ? null : <Found items={found.items} skipped={found.skipped} />}
    </Modal>
  );
}

interface FoundProps {
  readonly items: readonly Override[];
  readonly skipped: readonly { readonly summary: string; readonly reason: string }[];
}

function Found({ items, skipped }: FoundProps) {
  const format = useFormat();
  return (
    <div className={styles.found}>
      <h3>{m.calendars_import_days({ n: format.number(items.length) })}</h3>
      {items.length === 0 ? null : (
        <PlainTable
          label={m.calendars_import_days({ n: format.number(items.length) })}
          columns={[m.calendars_date(), m.calendars_day_kind(), m.calendars_name(), m.calendars_day_hours()]}
          rows={items.map(({ date, kind, name, spans }) => ({
            key: `${date} ${kind}`,
            cells: [date, kindWords[kind](), name === undefined ? '—' : format.text(name), spans === undefined ? '—' : spansText(spans)],
          }))}
        />
      )}
      {skipped.length === 0 ? null : (
        <>
          <h3>{m.calendars_import_skipped({ n: format.number(skipped.length) })}</h3>
          <PlainTable
            label={m.calendars_import_skipped({ n: format.number(skipped.length) })}
            columns={[m.calendars_import_event(), m.calendars_import_reason()]}
            rows={skipped.map(({ summary, reason }, index) => ({
              key: String(index),
              cells: [summary === '' ? '—' : summary, m.calendars_skip_reason({ code: reason })],
            }))}
          />
        </>
      )}
    </div>
  );
}

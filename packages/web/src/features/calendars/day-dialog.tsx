import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { kinds, kindWords } from './day-faces.ts';
import { SpansField } from './spans-field.tsx';
import type { Span } from './spans-text.ts';
import { datesBetween, setDates, type Override, type OverrideKind } from './year-days.ts';
import styles from './calendar-page.module.css';

interface Props {
  readonly date: string;
  readonly overrides: readonly Override[];
  readonly onClose: () => void;
  readonly onChange: (overrides: Override[]) => void;
}

type Choice = OverrideKind | 'ordinary';

interface DayValues {
  readonly kind: Choice;
  readonly name: { readonly zh: string; readonly en: string };
  readonly spans: Span[];
}

const valuesOf = (first: Override | undefined): DayValues => ({
  kind: first?.kind ?? 'ordinary',
  name: first?.name ?? { zh: '', en: '' },
  spans: first?.spans ?? [],
});

/** What a day, or a row of days, is. */
export function DayDialog({ date, overrides, onClose, onChange }: Props) {
  const own = overrides.filter((override) => override.date === date);
  const [from, setFrom] = useState(date);
  const [until, setUntil] = useState(date);
  const [day, setDay] = useState(valuesOf(own[0]));
  const dates = datesBetween(from, until);
  const apply = () => {
    onChange(setDates(overrides, dates, dayOf(day)));
    onClose();
  };
  return (
    <Modal
      open
      title={m.calendars_day_title()}
      onCancel={onClose}
      onOk={apply}
      okText={m.calendars_day_apply({ n: String(dates.length) })}
      okButtonProps={{ disabled: !isWhole(day, dates) }}
      cancelText={m.shell_cancel()}
    >
      <Form layout="vertical" component="div">
        <FormPair>
          <DateField label={m.calendars_from()} value={from} onChange={setFrom} />
          <DateField label={m.calendars_until()} value={until} onChange={setUntil} />
        </FormPair>
        <Form.Item label={m.calendars_day_kind()} htmlFor="day-kind">
          <Select<Choice> id="day-kind" value={day.kind} options={choices()} onChange={(kind) => setDay({ ...day, kind })} />
        </Form.Item>
        {day.kind === 'ordinary' ? null : <KindFields kind={day.kind} day={day} onChange={setDay} />}
        {own.length > 1 ? <p className={styles.hint}>{m.calendars_day_replaces({ n: String(own.length) })}</p> : null}
      </Form>
    </Modal>
  );
}

const isWhole = ({ kind, spans }: DayValues, dates: readonly string[]): boolean =>
  dates.length > 0 && dates.length <= 366 && !(kind === 'special-hours' && spans.length === 0);

interface KindProps {
  readonly kind: OverrideKind;
  readonly day: DayValues;
  readonly onChange: (day: DayValues) => void;
}

function KindFields({ kind, day, onChange }: KindProps) {
  const { name, spans } = day;
  const rename = (locale: 'zh' | 'en', text: string) => onChange({ ...day, name: { ...name, [locale]: text } });
  return (
    <>
      <FormPair>
        <Form.Item label={m.shell_name_zh()} htmlFor="day-name-zh">
          <Input id="day-name-zh" lang="zh-CN" maxLength={400} value={name.zh} onChange={(event) => rename('zh', event.target.value)} />
        </Form.Item>
        <Form.Item label={m.shell_name_en()} htmlFor="day-name-en">
          <Input id="day-name-en" lang="en" maxLength={400} value={name.en} onChange={(event) => rename('en', event.target.value)} />
        </Form.Item>
      </FormPair>
      <SpansField label={hoursLabel(kind)} spans={spans} onChange={(next) => onChange({ ...day, spans: next })} none={noHours(kind)} />
    </>
  );
}

const choices = (): { value: Choice; label: string }[] => [
  { value: 'ordinary', label: m.calendars_kind_ordinary() },
  ...kinds.map((kind) => ({ value: kind, label: kindWords[kind]() })),
];

const opens = (kind: OverrideKind): boolean => kind === 'make-up-day' || kind === 'special-hours';
const hoursLabel = (kind: OverrideKind): string => (opens(kind) ? m.calendars_day_hours() : m.calendars_day_hours_off());

function noHours(kind: OverrideKind): string {
  if (kind === 'special-hours') return m.calendars_hours_needed();
  return kind === 'make-up-day' ? m.calendars_hours_usual() : m.calendars_hours_whole_day();
}

/** A name needs both languages: one that was given stands for both. */
function dayOf({ kind, name, spans }: DayValues): Omit<Override, 'date'> | null {
  if (kind === 'ordinary') return null;
  const [zh, en] = [name.zh.trim() || name.en.trim(), name.en.trim() || name.zh.trim()];
  return { kind, ...(zh === '' ? {} : { name: { zh, en } }), ...(spans.length === 0 ? {} : { spans }) };
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
}) {
  return (
    <Form.Item label={label} htmlFor={label}>
      <Input
        id={label}
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        value={value}
        onChange={(event) => {
          if (event.target.value !== '') onChange(event.target.value);
        }}
      />
    </Form.Item>
  );
}

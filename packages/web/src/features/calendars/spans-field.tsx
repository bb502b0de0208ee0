import { Input } from 'antd';
import { useId, useState } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { hoursIn, readSpans, runsOverMidnight, spansText, type Span } from './spans-text.ts';
import styles from './spans-field.module.css';

interface Props {
  readonly label: string;
  readonly spans: readonly Span[];
  readonly disabled?: boolean;
  readonly onChange: (spans: Span[]) => void;
  /** what no hours mean here */
  readonly none?: string;
}

/** Hours of a day as one types them. What was understood stands beside; what was not stays to be mended. */
export function SpansField({ label, spans, disabled = false, onChange, none = m.calendars_closed() }: Props) {
  const format = useFormat();
  const id = useId();
  const written = spansText(spans);
  const [text, setText] = useState(written);
  const [shown, setShown] = useState(written);
  // The hours changed by another hand, such as a copy from Monday.
  if (written !== shown) {
    setShown(written);
    setText(written);
  }
  const read = readSpans(text);
  const take = () => {
    if (read === null) return;
    setText(spansText(read));
    if (spansText(read) !== written) onChange(read);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={text}
        disabled={disabled}
        placeholder={none}
        autoComplete="off"
        spellCheck={false}
        {...(read === null ? { status: 'error' as const } : {})}
        aria-invalid={read === null}
        aria-describedby={`${id}-sum`}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      <span id={`${id}-sum`} className={read === null ? styles.bad : styles.sum}>
        {read === null ? m.calendars_hours_wrong() : understood(read, { none, format })}
      </span>
    </div>
  );
}

/** `8 小时`, `8 小时，跨零点`. */
function understood(spans: readonly Span[], { none, format }: { readonly none: string; readonly format: Format }): string {
  if (spans.length === 0) return none;
  const count = hoursIn(spans);
  const hours = m.calendars_hours_of({ hours: format.number(count, Number.isInteger(count) ? 0 : 1) });
  return spans.some(runsOverMidnight) ? m.calendars_overnight({ hours }) : hours;
}

import { Button, Input, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import type { Course } from './target-rows.ts';
import styles from './editor.module.css';

type Pause = Course['pauses'][number];

interface Props {
  readonly pauses: readonly Pause[];
  readonly onChange: (pauses: Pause[]) => void;
}

const usual: readonly Pause[] = [
  pauseOf('awaiting-customer', { zh: '等待客户', en: 'waiting for the customer' }),
  pauseOf('awaiting-supplier', { zh: '等待供应商', en: 'waiting for the supplier' }),
  pauseOf('on-hold', { zh: '搁置', en: 'on hold' }),
];

function pauseOf(reason: string, name: Pause['name']): Pause {
  return { reason, name, when: { kind: 'is', field: 'status', values: [reason] } };
}

/** The reasons for standing still. The first whose condition holds is the one that is told. */
export function PausesEditor({ pauses, onChange }: Props) {
  const offered = usual.filter(({ reason }) => pauses.every((pause) => pause.reason !== reason));
  return (
    <>
      {pauses.length === 0 ? <p className={styles.hint}>{m.agreements_pauses_none()}</p> : null}
      {pauses.map((pause, index) => (
        <OnePause
          key={pause.reason}
          pause={pause}
          onChange={(next) => onChange(pauses.with(index, next))}
          onRemove={() => onChange(pauses.toSpliced(index, 1))}
        />
      ))}
      <div className={styles.buttons}>
        {offered.map((pause) => (
          <Button key={pause.reason} size="small" onClick={() => onChange([...pauses, pause])}>
            + {pause.name.zh === '' ? pause.reason : m.agreements_value({ code: pause.reason })}
          </Button>
        ))}
        <Button size="small" onClick={() => onChange([...pauses, freshPause(pauses)])}>
          {m.agreements_pause_add()}
        </Button>
      </div>
    </>
  );
}

/** A reason needs a word of its own: the clock tells pauses apart by it. */
function freshPause(pauses: readonly Pause[]): Pause {
  const taken = new Set(pauses.map(({ reason }) => reason));
  const free = Array.from({ length: 30 }, (_, n) => `pause-${n + 1}`).find((reason) => !taken.has(reason)) ?? 'pause';
  return { ...pauseOf('on-hold', { zh: '暂停', en: 'paused' }), reason: free };
}

interface OneProps {
  readonly pause: Pause;
  readonly onChange: (pause: Pause) => void;
  readonly onRemove: () => void;
}

function OnePause({ pause, onChange, onRemove }: OneProps) {
  const { name, when, until } = pause;
  const rename = (locale: 'zh' | 'en', text: string) => onChange({ ...pause, name: { ...name, [locale]: text } });
  const setUntil = (kind: 'ceases' | 'own') => {
    const { reason } = pause;
    onChange({ reason, name, when, ...(kind === 'ceases' ? {} : { until: { kind: 'happened', what: 'customer-message' } }) });
  };
  return (
    <div className={styles.pause}>
      <div className={styles.pauseHead}>
        <Input
          aria-label={m.agreements_pause_name_zh()}
          lang="zh-CN"
          value={name.zh}
          onChange={(event) => rename('zh', event.target.value)}
        />
        <Input aria-label={m.agreements_pause_name_en()} lang="en" value={name.en} onChange={(event) => rename('en', event.target.value)} />
        <RowActions actions={[{ label: m.agreements_remove(), of: name.zh, onClick: onRemove, danger: true }]} />
      </div>
      <ConditionEditor label={m.agreements_pause_when()} condition={when} onChange={(next) => onChange({ ...pause, when: next })} />
      <Select<'ceases' | 'own'>
        className={styles.wide ?? ''}
        aria-label={m.agreements_pause_until()}
        value={until === undefined ? 'ceases' : 'own'}
        options={[
          { value: 'ceases', label: m.agreements_pause_until_ceases() },
          { value: 'own', label: m.agreements_pause_until_own() },
        ]}
        onChange={setUntil}
      />
      {until === undefined ? null : (
        <ConditionEditor label={m.agreements_pause_until()} condition={until} onChange={(next) => onChange({ ...pause, until: next })} />
      )}
    </div>
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import { caseChannel, caseType, priority } from '@zhiheng/contract/cases/case';
import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import type { Preview, PreviewQuestion } from '../agreements.query.ts';
import { valueText } from '../condition-text.ts';
import { nameIn, useChoices } from '../use-names.ts';
import { FindingList } from './findings.tsx';
import { instantInZone, wallTimeIn } from '../../../lib/wall-time.ts';
import { PreviewedTargets } from './previewed-targets.tsx';
import styles from './editor.module.css';

type Example = PreviewQuestion['example'];

interface Props {
  readonly query: UseQueryResult<Preview>;
  readonly example: Example;
  readonly onExample: (example: Example) => void;
}

/** `A case opened now would be due …`, worked out by the server's clock while the draft is being written. */
export function PreviewCard({ query, example, onExample }: Props) {
  return (
    <Card title={m.agreements_preview()} aside={query.isFetching ? m.agreements_preview_working() : undefined}>
      <ExampleFields example={example} onExample={onExample} />
      <QueryView query={query}>
        {({ findings, applies, targets }) => (
          <div className={styles.preview} aria-live="polite">
            <FindingList findings={findings} />
            {applies ? <PreviewedTargets targets={targets} faulty={findings.some(({ severity }) => severity === 'fault')} /> : <NotFor />}
          </div>
        )}
      </QueryView>
    </Card>
  );
}

const NotFor = () => <p className={styles.hint}>{m.agreements_preview_not_for()}</p>;

function ExampleFields({ example, onExample }: Omit<Props, 'query'>) {
  const { zone } = useFormat();
  const choices = useChoices();
  const { fields, openedAt } = example;
  const set = (part: Example['fields']) => onExample({ ...example, fields: { ...fields, ...part } });
  const words = (options: readonly string[]) => options.map((value) => ({ value, label: valueText(value) }));
  return (
    <div className={styles.example}>
      <Labelled label={m.agreements_scope_priority()}>
        {(id) => (
          <Select
            id={id}
            value={fields.priority ?? null}
            options={words(priority.options)}
            onChange={(value) => set({ priority: value ?? undefined })}
          />
        )}
      </Labelled>
      <Labelled label={m.agreements_scope_type()}>
        {(id) => (
          <Select
            id={id}
            value={fields.type ?? null}
            options={words(caseType.options)}
            onChange={(value) => set({ type: value ?? undefined })}
          />
        )}
      </Labelled>
      <Labelled label={m.agreements_scope_service()}>
        {(id) => <Choice id={id} value={fields.service} options={choices.service} onChange={(service) => set({ service })} />}
      </Labelled>
      <Labelled label={m.agreements_scope_segment()}>
        {(id) => <Choice id={id} value={fields.segment} options={choices.segment} onChange={(segment) => set({ segment })} />}
      </Labelled>
      <Labelled label={m.agreements_scope_channel()}>
        {(id) => <Choice id={id} value={fields.channel} options={words(caseChannel.options)} onChange={(channel) => set({ channel })} />}
      </Labelled>
      <Labelled label={m.agreements_opened_at()}>
        {(id) => (
          <Input
            id={id}
            type="datetime-local"
            value={openedAt === undefined ? '' : wallTimeIn(openedAt, zone)}
            onChange={(event) => onExample(openedAtOf(event.target.value, zone, fields))}
          />
        )}
      </Labelled>
    </div>
  );
}

/** An emptied field means now. */
const openedAtOf = (text: string, zone: string, fields: Example['fields']): Example =>
  text === '' ? { fields } : { fields, openedAt: instantInZone(text, zone) };

interface ChoiceProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ id, value, options, onChange }: ChoiceProps) {
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <Select<string | null>
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="—"
      value={value ?? null}
      options={known ? [...options] : [{ value, label: nameIn(options, value) }]}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

import { DeleteOutlined } from '@ant-design/icons';
import type { FormText } from '@zhiheng/forms/definition';
import { Button, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { Labelled } from '../../../../ui/labelled.tsx';
import { bothWords } from '../../draft/form-texts.ts';
import { nextKey } from '../../draft/next-key.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { WordsField } from '../words-field.tsx';
import { fieldOptions, type FieldOption } from './field-fields.tsx';

/** Something with a name that gathers fields or rows: a dimension, a scale, a latent variable. */
export interface NamedPart {
  readonly key: string;
  readonly name: FormText;
  readonly members: string[];
}

interface Props {
  readonly kind: 'dim' | 'scale' | 'block';
  /** the key of the measure */
  readonly of: string;
  readonly parts: readonly NamedPart[];
  /** what can be gathered; all fields on a scale when absent */
  readonly members?: readonly FieldOption[];
  readonly least?: number;
  readonly onChange: (parts: NamedPart[], touched?: string) => void;
}

const words = {
  dim: { zh: '维度', en: 'Dimension', label: m.surveys_measure_dimension, add: m.surveys_measure_dimension_add },
  scale: { zh: '量表', en: 'Scale', label: m.surveys_measure_scale, add: m.surveys_measure_scale_add },
  block: { zh: '变量', en: 'Variable', label: m.surveys_measure_block, add: m.surveys_measure_block_add },
} as const;

export function NamedParts({ kind, of, parts, members, least = 1, onChange }: Props) {
  const { form, language, readOnly } = useBuilder();
  const options = members ?? fieldOptions(form, language, ['scale']);
  const free = options.find(({ value }) => !parts.some((part) => part.members.includes(value)))?.value ?? options[0]?.value;
  const add = () => {
    const key = nextKey(
      kind,
      parts.map((part) => part.key),
    );
    const n = String(parts.length + 1);
    const name = bothWords(form, `${words[kind].zh} ${n}`, `${words[kind].en} ${n}`);
    if (free !== undefined) onChange([...parts, { key, name, members: [free] }]);
  };
  return (
    <div className={styles.items}>
      {parts.map((part, at) => {
        const label = words[kind].label({ n: String(at + 1) });
        const set = (next: NamedPart, touched?: string) => onChange(parts.with(at, next), touched);
        return (
          <div key={part.key} className={styles.item}>
            <WordsField
              label={label}
              name={`${of}.${part.key}`}
              pipes={false}
              text={part.name}
              onChange={(name, touched) => set({ ...part, name }, touched)}
            />
            {readOnly ? null : (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                disabled={parts.length <= least}
                aria-label={`${m.surveys_build_remove()}: ${label}`}
                onClick={() => onChange(parts.toSpliced(at, 1))}
              />
            )}
            <div className={styles.wide}>
              <Members
                label={m.surveys_measure_members({ name: label })}
                options={options}
                value={part.members}
                onChange={(chosen) => set({ ...part, members: chosen })}
              />
            </div>
          </div>
        );
      })}
      {readOnly ? null : (
        <span>
          <Button size="small" type="dashed" disabled={free === undefined} onClick={add}>
            + {words[kind].add()}
          </Button>
        </span>
      )}
    </div>
  );
}

interface MembersProps {
  readonly label: string;
  readonly options: readonly FieldOption[];
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
}

function Members({ label, options, value, onChange }: MembersProps) {
  const { readOnly } = useBuilder();
  const order = options.map((option) => option.value);
  return (
    <Labelled label={label}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          disabled={readOnly}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={[...options]}
          onChange={(chosen) =>
            chosen.length === 0 ? undefined : onChange(chosen.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
          }
        />
      )}
    </Labelled>
  );
}

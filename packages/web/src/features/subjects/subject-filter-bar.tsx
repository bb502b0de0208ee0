import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { Button, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { partNames, subjectParts } from './subject-part.ts';
import styles from './subject-filter-bar.module.css';
import { usePartOptions } from './use-part-options.ts';

interface Props {
  readonly value: SubjectFilter;
  readonly onChange: (change: SubjectFilter) => void;
}

/** Narrows figures to a service, site, team or segment. What an organisation does not have is not offered. */
export function SubjectFilterBar({ value, onChange }: Props) {
  const format = useFormat();
  const options = usePartOptions();
  const offered = partNames.filter((part) => options[part].length > 0 || value[subjectParts[part].key] !== undefined);
  const chosen = partNames.some((part) => value[subjectParts[part].key] !== undefined);
  if (offered.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label={m.board_filters()}>
      {offered.map((part) => {
        const { key, label, all } = subjectParts[part];
        return (
          <Select
            key={part}
            aria-label={label()}
            style={{ minWidth: 148 }}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={all()}
            popupMatchSelectWidth={false}
            value={value[key] ?? null}
            options={options[part].map((option) => ({ value: option.id, label: format.text(option.name) }))}
            onChange={(next: string | null | undefined) => onChange({ [key]: next ?? undefined })}
          />
        );
      })}
      {chosen ? (
        <Button type="link" onClick={() => onChange({ serviceId: undefined, siteId: undefined, teamId: undefined, segmentId: undefined })}>
          {m.board_clear_filters()}
        </Button>
      ) : null}
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { useMay } from '../identity/index.ts';
import type { MeasureDraft } from './mapping-draft.ts';
import type { MappingPart } from './mapping-part.ts';
import { MeasureFields } from './measure-fields.tsx';
import { NewIndicatorDrawer } from './new-indicator-drawer.tsx';
import styles from './wizard.module.css';

/** What a record says: each measure feeds one indicator. */
export function MeasuresCard({ draft, columns, onChange }: MappingPart) {
  const may = useMay();
  const [making, setMaking] = useState(false);
  const replace = (index: number, measure: MeasureDraft) =>
    onChange({ measures: draft.measures.map((one, place) => (place === index ? measure : one)) });
  return (
    <Card title={m.imports_measures()} aside={m.imports_measures_note()}>
      {draft.measures.map((measure, index) => (
        <MeasureFields
          key={index}
          place={index + 1}
          measure={measure}
          columns={columns}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange({ measures: draft.measures.filter((_one, place) => place !== index) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => onChange({ measures: [...draft.measures, { kind: 'number', yes: [] }] })}>{m.imports_add_measure()}</Button>
        {may('measurement.define') ? (
          <Button type="link" onClick={() => setMaking(true)}>
            {m.imports_no_fitting_indicator()} {m.imports_new_indicator()}
          </Button>
        ) : null}
      </div>
      <NewIndicatorDrawer open={making} onClose={() => setMaking(false)} />
    </Card>
  );
}

import { Form, InputNumber } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FormSection } from '../../ui/form-section.tsx';

interface Setting {
  readonly path: readonly string[];
  readonly label: string;
  readonly max: number;
}

/** How values become scores and scores become grades. Settings of the organisation, no norm. */
export function SettingFields() {
  const grade = (name: string, word: string): Setting => ({
    path: ['grades', name],
    label: m.board_editor_from({ grade: word }),
    max: 100,
  });
  const settings: readonly Setting[] = [
    { path: ['at_critical'], label: m.board_editor_at_critical(), max: 100 },
    { path: ['at_warning'], label: m.board_editor_at_warning(), max: 100 },
    { path: ['at_target'], label: m.board_editor_at_target(), max: 100 },
    grade('excellent', m.board_grade_excellent()),
    grade('good', m.board_grade_good()),
    grade('fair', m.board_grade_fair()),
    grade('poor', m.board_grade_poor()),
    { path: ['minimum_coverage'], label: m.board_editor_minimum_coverage(), max: 100 },
    { path: ['minimum_n'], label: m.board_editor_minimum_n(), max: 1_000_000 },
    { path: ['index_target'], label: m.board_editor_index_target(), max: 100 },
  ];
  return (
    <FormSection title={m.board_editor_settings()} note={m.board_editor_settings_label()}>
      <FormGrid>
        {settings.map(({ path, label, max }) => (
          <Form.Item
            key={path.join('.')}
            name={['settings', ...path]}
            label={label}
            rules={[{ required: true, message: m.board_required() }]}
          >
            <InputNumber min={0} max={max} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </FormGrid>
    </FormSection>
  );
}

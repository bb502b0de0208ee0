import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { usePartOptions } from '../../subjects/index.ts';

interface Props {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (teamId: string | null) => void;
}

const none = '';

export function TeamSelect({ id, value, onChange }: Props) {
  const format = useFormat();
  const teams = usePartOptions().team;
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? none}
      options={[
        { value: none, label: m.automation_no_team() },
        ...teams.map((team) => ({ value: team.id, label: format.text(team.name) })),
      ]}
      onChange={(chosen) => onChange(chosen === none ? null : chosen)}
    />
  );
}

import { Checkbox } from 'antd';
import { useBuilder } from './builder-context.ts';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: Props) {
  const { readOnly } = useBuilder();
  return (
    <Checkbox checked={checked} disabled={readOnly} onChange={(event) => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  );
}

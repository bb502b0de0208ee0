import { m } from '../../../../paraglide/messages.js';
import { CheckField } from '../check-field.tsx';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Each person sees another order, so that no option gains by standing first. */
export const ShuffleSwitch = ({ checked, onChange }: Props) => (
  <CheckField label={m.surveys_shuffle()} checked={checked} onChange={onChange} />
);

import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { SelectionBar } from '../../../ui/selection-bar.tsx';
import type { ChoiceKind } from '../choice/use-case-choices.ts';

interface Props {
  readonly n: number;
  readonly pending: boolean;
  readonly onAsk: (kind: ChoiceKind) => void;
  readonly onClear: () => void;
}

const actions = {
  assign: m.cases_assign,
  team: m.cases_set_team,
  priority: m.cases_set_priority,
  status: m.cases_set_status,
  category: m.cases_set_category,
  tag: m.cases_add_tag,
} as const satisfies Record<ChoiceKind, () => string>;
const kinds = Object.keys(actions) as ChoiceKind[];

/** What can be done with the cases selected; stands at the foot of the list as long as some are. */
export function BulkBar({ n, pending, onAsk, onClear }: Props) {
  const format = useFormat();
  if (n === 0) return null;
  return (
    <SelectionBar
      label={m.cases_bulk()}
      words={m.cases_selected({ n: format.number(n) })}
      clear={{ label: m.cases_unselect(), onClick: onClear }}
    >
      {kinds.map((kind) => (
        <Button key={kind} size="small" disabled={pending} onClick={() => onAsk(kind)}>
          {actions[kind]()}
        </Button>
      ))}
    </SelectionBar>
  );
}

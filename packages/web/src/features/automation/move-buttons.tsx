import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { m } from '../../paraglide/messages.js';
import look from '../../ui/rule-list.module.css';
import styles from './automation.module.css';

interface Props {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Order and removal of one of a list. */
export function MoveButtons({ name, first, last, onMove, onRemove }: Props) {
  return (
    <span className={`${look.moves} ${styles.moves}`}>
      <Button type="text" icon={<ArrowUpOutlined />} aria-label={m.automation_up({ name })} disabled={first} onClick={() => onMove(-1)} />
      <Button type="text" icon={<ArrowDownOutlined />} aria-label={m.automation_down({ name })} disabled={last} onClick={() => onMove(1)} />
      <Button type="text" icon={<DeleteOutlined />} aria-label={m.automation_remove({ name })} onClick={onRemove} />
    </span>
  );
}

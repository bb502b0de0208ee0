import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { oneFeedbackQuery } from '../feedback.query.ts';
import { FeedbackDetail } from './feedback-detail.tsx';

interface Props {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One feedback, read and dealt with; the list stays behind it. */
export function FeedbackDrawer({ id, onClose }: Props) {
  const query = useQuery({ ...oneFeedbackQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Drawer open={id !== undefined} onClose={onClose} destroyOnHidden size={600} title={m.feedback_one()}>
      {id === undefined ? null : <QueryView query={query}>{(found) => <FeedbackDetail feedback={found} />}</QueryView>}
    </Drawer>
  );
}

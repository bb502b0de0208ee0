import { Link } from '@tanstack/react-router';
import type { Notification } from '@zhiheng/contract/notifications/notifications';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { kindTones, kindWords, noticeSentence, noticeTarget } from './notice-words.ts';
import styles from './notifications.module.css';

interface Props {
  readonly notice: Notification;
  readonly onOpen: (notice: Notification) => void;
}

/** One thing that one was told; it leads to where that is. */
export function NoticeItem({ notice, onOpen }: Props) {
  const format = useFormat();
  const target = noticeTarget(notice);
  const words = notice.kind === 'digest' ? '' : notice.label;
  const content = (
    <>
      <span className={styles.head}>
        <StatusBadge tone={kindTones[notice.kind]}>{kindWords[notice.kind]()}</StatusBadge>
        <time dateTime={notice.at} title={format.dateTime(notice.at)}>
          {format.ago(notice.at)}
        </time>
      </span>
      <span className={styles.sentence}>{noticeSentence(notice, format)}</span>
      {words === '' ? null : <span className={styles.label}>{words}</span>}
      {notice.read ? null : <span className="visually-hidden">{m.notifications_is_unread()}</span>}
    </>
  );
  const className = notice.read ? styles.item : `${styles.item} ${styles.unread}`;
  return (
    <li>
      {target === null ? (
        <div className={className}>{content}</div>
      ) : (
        <Link {...target} className={className} onClick={() => onOpen(notice)}>
          {content}
        </Link>
      )}
    </li>
  );
}

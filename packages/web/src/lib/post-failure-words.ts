import type { PostFailure } from '@zhiheng/contract/values/post-failure';
import { m } from '../paraglide/messages.js';

const words = {
  'refused-address': m.notifications_failure_refused_address,
  'name-not-found': m.notifications_failure_name_not_found,
  timeout: m.notifications_failure_timeout,
  certificate: m.notifications_failure_certificate,
  'not-connected': m.notifications_failure_not_connected,
  'no-http': m.notifications_failure_no_http,
  redirected: m.notifications_failure_redirected,
  'too-many': m.notifications_failure_too_many,
  refused: m.notifications_failure_refused,
  'secret-lost': m.notifications_failure_secret_lost,
} as const satisfies Record<Exclude<PostFailure, 'wrong-status'>, () => string>;

interface Failed {
  readonly failure: PostFailure;
  readonly status?: number | null;
}

/** Why something did not arrive, and what to do about it. */
export const postFailureWords = ({ failure, status = null }: Failed): string =>
  failure === 'wrong-status' ? m.notifications_failure_wrong_status({ status: status === null ? '—' : String(status) }) : words[failure]();

/** The door of mail. */
export { bindMail } from './mail.routes.ts';
export { mailSubscriber } from './on-case-events.ts';
export { queueMail } from './queue-mail.ts';
export { sendWaiting } from './send-waiting.ts';
export { fetchMail } from './incoming/fetch-mail.ts';
export { resealPasswords } from './reseal-passwords.ts';

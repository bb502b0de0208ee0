import * as api from '@zhiheng/contract/mail/mail';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { getSettings } from './get-settings.ts';
import { getReceived, listReceived } from './incoming/list-received.ts';
import { dismissMail, downloadRaw, releaseMail } from './incoming/quarantined.ts';
import { listSent } from './list-sent.ts';
import { previewMail } from './preview-mail.ts';
import { retryMail } from './retry-mail.ts';
import { testIncoming, testOutgoing } from './test-connections.ts';
import { updateSettings } from './update-settings.ts';

export function bindMail(binder: Binder, sealer: Sealer): void {
  bind(binder, api.getMailSettings, getSettings);
  bind(binder, api.updateMailSettings, updateSettings(sealer));
  bind(binder, api.testOutgoing, testOutgoing(sealer));
  bind(binder, api.testIncoming, testIncoming(sealer));
  bind(binder, api.previewMail, previewMail);
  bind(binder, api.listSentMail, listSent);
  bind(binder, api.retryMail, retryMail);
  bind(binder, api.listReceivedMail, listReceived);
  bind(binder, api.getReceivedMail, getReceived);
  bind(binder, api.downloadReceivedMail, downloadRaw);
  bind(binder, api.releaseMail, releaseMail);
  bind(binder, api.dismissMail, dismissMail);
}

import type { MailSettings } from '@zhiheng/contract/mail/mail';
import type { Operation } from '../../platform/operation.ts';
import { readSettings, shownSettings } from './mail-settings.ts';

export const getSettings = async (operation: Operation): Promise<MailSettings> => shownSettings(await readSettings(operation));

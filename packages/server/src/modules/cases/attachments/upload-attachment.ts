import { readUpload } from '../../../platform/files/read-upload.ts';
import type { Call } from '../../../platform/operation.ts';
import { storeAttachment, type CaseAttachment } from './store-attachment.ts';

export const uploadAttachment = async (call: Call): Promise<CaseAttachment> => storeAttachment(call, await readUpload(call.request));

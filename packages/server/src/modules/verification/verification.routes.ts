import * as api from '@zhiheng/contract/verification/verifications';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { listVerifications } from './list-verifications.ts';
import { recomputeLook } from './looks/recompute-look.ts';
import { previewVerification } from './plan/preview-verification.ts';
import { registerVerification } from './plan/register-verification.ts';
import { withdrawVerification } from './plan/withdraw-verification.ts';
import { findVerification } from './read-verification.ts';

export function bindVerification(binder: Binder): void {
  bind(binder, api.listVerifications, listVerifications);
  bind(binder, api.getVerification, (call, { params }) => findVerification(call, params.id));
  bind(binder, api.previewVerification, previewVerification);
  bind(binder, api.registerVerification, registerVerification);
  bind(binder, api.withdrawVerification, withdrawVerification);
  bind(binder, api.recomputeLook, recomputeLook);
}

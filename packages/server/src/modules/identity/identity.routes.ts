import { getMe } from '@zhiheng/contract/identity/sign-in';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { getMe as getMeOp } from './get-me.ts';

export function bindIdentity(binder: Binder): void {
  bind(binder, getMe, getMeOp);
}

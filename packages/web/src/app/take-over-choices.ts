import type { Me } from '@zhiheng/contract/identity/sign-in';
import { changeLocale } from '../lib/locale.ts';
import { changeTheme, currentTheme } from '../lib/theme.ts';

/** The account's language and theme hold on every device; the browser only remembers them for the sign-in page. */
export function takeOverChoices(me: Me): void {
  changeLocale(me.locale);
  if (me.theme !== currentTheme()) changeTheme(me.theme);
}

import { TranslationOutlined } from '@ant-design/icons';
import type { Locale } from '@zhiheng/contract/values/text';
import { useChoice } from '../../features/identity/index.ts';
import { changeLocale, useLocale } from '../../lib/locale.ts';
import { m } from '../../paraglide/messages.js';
import { MenuItem, PopoverMenu } from '../../ui/popover-menu.tsx';

// A language is offered in its own words, so that one finds the way back.
const languages = [
  ['zh', '中文'],
  ['en', 'English'],
] as const satisfies readonly (readonly [Locale, string])[];

export function LanguageMenu() {
  const chosen = useLocale();
  const remember = useChoice();
  const choose = (locale: Locale) => {
    remember({ locale });
    changeLocale(locale);
  };
  return (
    <PopoverMenu label={m.shell_language()} face={<TranslationOutlined />}>
      {languages.map(([locale, name]) => (
        <MenuItem key={locale} chosen={locale === chosen} onChoose={() => choose(locale)}>
          <span lang={locale === 'zh' ? 'zh-CN' : 'en'}>{name}</span>
        </MenuItem>
      ))}
    </PopoverMenu>
  );
}

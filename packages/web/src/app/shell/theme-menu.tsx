import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import type { Theme } from '@zhiheng/contract/identity/sign-in';
import { useChoice } from '../../features/identity/index.ts';
import { changeTheme, useTheme } from '../../lib/theme.ts';
import { m } from '../../paraglide/messages.js';
import { MenuItem, PopoverMenu } from '../../ui/popover-menu.tsx';

const icons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> } as const satisfies Record<Theme, unknown>;
const words = { light: m.shell_theme_light, dark: m.shell_theme_dark, system: m.shell_theme_system } as const satisfies Record<
  Theme,
  () => string
>;
const themes = ['light', 'dark', 'system'] as const satisfies readonly Theme[];

export function ThemeMenu() {
  const chosen = useTheme();
  const remember = useChoice();
  const choose = (theme: Theme) => {
    changeTheme(theme);
    remember({ theme });
  };
  return (
    <PopoverMenu label={m.shell_theme()} face={icons[chosen]}>
      {themes.map((theme) => (
        <MenuItem key={theme} chosen={theme === chosen} onChoose={() => choose(theme)}>
          {words[theme]()}
        </MenuItem>
      ))}
    </PopoverMenu>
  );
}

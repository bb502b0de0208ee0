import { theme, type ThemeConfig } from 'antd';
import { palette, type Palette } from '../ui/palette.ts';

/** antd in the colours and measures of the product. */
export function antdTheme(shown: 'light' | 'dark'): ThemeConfig {
  const colors = palette[shown];
  return {
    algorithm: shown === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'zhiheng' },
    hashed: false,
    token: {
      colorPrimary: colors.primary,
      colorLink: colors.link,
      colorLinkHover: colors.link,
      colorInfo: colors.note,
      colorSuccess: colors.good,
      colorWarning: colors.near,
      colorError: colors.bad,
      colorText: colors.text,
      colorTextSecondary: colors.secondary,
      colorTextDescription: colors.secondary,
      colorTextPlaceholder: colors.secondary,
      colorBgLayout: colors.page,
      colorBgContainer: colors.card,
      colorBgElevated: colors.card,
      colorBorder: colors['field-line'],
      colorBorderSecondary: colors.line,
      colorSplit: colors.line,
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 10,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: componentsOf(colors),
  };
}

const componentsOf = (colors: Palette): NonNullable<ThemeConfig['components']> => ({
  Table: {
    fontSize: 13,
    cellPaddingBlock: 9,
    cellPaddingInline: 12,
    headerBg: colors.card,
    headerColor: colors.secondary,
    headerSplitColor: 'transparent',
  },
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', dangerColor: colors['on-danger'] },
  Tabs: { itemSelectedColor: colors.link, itemHoverColor: colors.link, inkBarColor: colors.link },
  Segmented: { itemColor: colors.secondary },
  Form: { labelColor: colors.secondary },
});

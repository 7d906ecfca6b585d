/** @file Colours and sizes of the screens. Texts have a contrast of 4.5:1 or more, edges of fields 3:1. */
import { Badge, Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const river: MantineColorsTuple = [
  '#e9f5f4',
  '#d3e8e6',
  '#a6d1cd',
  '#76b9b2',
  '#4fa49c',
  '#2f8f86',
  '#137a72',
  '#0f655e',
  '#0b514b',
  '#073d38',
];

const family = "'Noto Sans Arabic Variable', 'Noto Sans Arabic', sans-serif";

export const theme = createTheme({
  fontFamily: family,
  fontFamilyMonospace: family,
  headings: { fontFamily: family, fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.6', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
  colors: { river },
  primaryColor: 'river',
  primaryShade: 6,
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Never so narrow that its word is cut.
    Badge: Badge.extend({
      defaultProps: { tt: 'none', fw: 600, miw: 'max-content' },
      vars: () => ({ root: { '--badge-fz': '0.875rem', '--badge-height': '1.75rem' } }),
    }),
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    TextInput: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    PasswordInput: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Select: {
      defaultProps: {
        size: 'md',
        checkIconPosition: 'right',
        openOnFocus: false,
        selectFirstOptionOnChange: true,
        inputWrapperOrder: ['label', 'input', 'description', 'error'],
      },
    },
    MultiSelect: {
      defaultProps: {
        size: 'md',
        openOnFocus: false,
        selectFirstOptionOnChange: true,
        inputWrapperOrder: ['label', 'input', 'description', 'error'],
      },
    },
    Textarea: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // Mantine's right is the end of the line: it turns with the direction.
    Drawer: { defaultProps: { position: 'right' } },
    // The header of a dialog is no second banner of the page.
    Modal: { defaultProps: { size: 'lg', attributes: { header: { role: 'presentation' } } } },
  },
});

/** Mantine's own values of these are too pale for sunlit offices and old screens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#c01f1f',
    '--mantine-color-text': '#1b1f23',
    '--mantine-color-default-border': '#868e96',
  },
  dark: {},
});

// The second door of the feature: what the pages before the sign-in need, kept apart so that they stay light.
export { LinkPage } from './door/link-page.tsx';
export { SignInPage } from './door/sign-in-page.tsx';

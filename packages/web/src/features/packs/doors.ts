// The second door of the feature: the set-up, kept apart so that it stays light.
export { SetupPage } from './setup/setup-page.tsx';

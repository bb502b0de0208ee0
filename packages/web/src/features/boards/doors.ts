// What holders of a link see, kept apart from the staff's application: a screen on a wall needs no more.
export { WallPage } from './wall/wall-page.tsx';

import '../ui/tokens.css';
import '../ui/base.css';
import { markDocument } from '../lib/locale.ts';

markDocument();
const root = document.getElementById('root');
if (root === null) throw new RangeError('index.html has no #root');

// The doors (sign in, set up, private links) stay light: the application behind them is fetched only where it is needed.
const doors = ['/sign-in', '/setup', '/link/', '/p/'];
const atDoor = doors.some((path) => globalThis.location.pathname.startsWith(path));
const start = atDoor
  ? import('./doors.tsx').then(({ startDoors }) => startDoors)
  : import('./application.tsx').then(({ startApplication }) => startApplication);
void start.then((render) => render(root));

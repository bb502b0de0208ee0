// `npm run verify [-- name …]`: the full counts that take minutes, one file each in verify/.
import { runFolder } from './run-folder.mjs';

runFolder('verify', process.argv.slice(2));

// `npm run bench [-- name …]`: one file in bench/ per claim, with the peer or the limit beside it in the same run.
import { runFolder } from './run-folder.mjs';

runFolder('bench', process.argv.slice(2));

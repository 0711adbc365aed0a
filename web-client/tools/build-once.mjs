// Builds the web client into ../api/wwwroot, unless the last build had the same inputs. The .NET build calls this under
// a lock: of two builds at once the second finds nothing to do, instead of deleting files under the first.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from '../../api/Build/install-once.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, '..', 'api', 'wwwroot', 'index.html');
const stamp = join(root, '.build-hash');
const notInputs = new Set(['node_modules', 'dist', '.build.lock', '.build-hash']);

/** @returns {string[]} every input file below `folder` */
function inputs(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notInputs.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? inputs(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of inputs(root).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

installOnce(root);
if (!existsSync(output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfInputs()) {
  execSync('npm run build --silent', { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  // the build may write into its own sources (generated routes, messages): what counts is how it leaves them
  writeFileSync(stamp, hashOfInputs());
}

// Runs `npm ci` in a folder, unless what is installed there already comes from the same lock file.
// Usage: node install-once.mjs [folder]
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param {string} folder holds package.json and package-lock.json */
export function installOnce(folder) {
  const wanted = ['package.json', 'package-lock.json']
    .reduce((hash, file) => hash.update(readFileSync(join(folder, file))), createHash('sha256'))
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.install-hash');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    // no package of ours needs its install script, so none gets to run
    execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  }
  // npm makes no folder when nothing fits this platform
  mkdirSync(dirname(stamp), { recursive: true });
  // written in either case: MSBuild compares its time with the lock file's
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installOnce(resolve(process.argv[2] ?? '.'));
}

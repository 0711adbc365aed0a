// `npm ci` refuses a lock file in which an optional platform package is missing (npm/cli issue 9846), which happens when
// the registry at hand did not carry it. A stub entry satisfies the edge; npm then skips it by its os or cpu.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const systems = ['android', 'darwin', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32', 'linux'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

/** True when `name`, required from the package at `path`, is in the lock: there or in a folder above. */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

function stub(name, version) {
  const system = systems.find((it) => name.includes(it)) ?? 'none';
  const processor = processors.find((it) => name.includes(it));
  const musl = name.includes('musl');
  const elsewhere = system !== 'linux' || musl || (processor && processor !== 'x64');
  return {
    version,
    ...(processor && { cpu: [processor] }),
    dev: true,
    optional: true,
    os: [elsewhere ? system : 'none'],
    ...(musl && { libc: ['musl'] }),
  };
}

let added = 0;
for (const [path, entry] of Object.entries(packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    if (!/^\d/.test(version)) throw new Error(`${name}@${version} is no exact version: add it by hand`);
    packages[`node_modules/${name}`] = stub(name, version);
    added += 1;
  }

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} stubs added`);

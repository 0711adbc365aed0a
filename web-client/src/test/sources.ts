import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const sourceRoot = resolve(import.meta.dirname, '..');

/** Paths of all sources below src, relative to it, with tests and the generated schema left out. */
export function sources(pattern = /\.(ts|tsx|css)$/): string[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !/\.test\.|schema\.d\.ts$|^test\//.test(path))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(sourceRoot, path), 'utf8');
}

const known = new Set(sources(/\.(ts|tsx|css|json)$/));

/** The sources that `path` imports, static and dynamic, relative to src. */
export function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, target = '']) => {
    const base = relative(sourceRoot, resolve(sourceRoot, dirname(path), target));
    return [base, `${base}.ts`, `${base}.tsx`].filter((it) => known.has(it));
  });
}

/** Everything that an app can ever load, from its entry on. */
export function reachableFrom(entry: string): Set<string> {
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    if (/\.tsx?$/.test(path)) importsOf(path).forEach(visit);
  };
  visit(entry);
  return reached;
}

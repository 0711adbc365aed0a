import { joined, sha256 } from './canonicalForm';

/**
 * Whether `path` leads from an entry to the root of a tree of `count` entries: the inclusion proof of RFC 9162, 2.1.3.2.
 * @param entry the hash of the row
 * @param path the hashes beside the way up
 */
export async function leadsTo(
  root: Uint8Array,
  entry: Uint8Array,
  index: number,
  count: number,
  path: Uint8Array[],
): Promise<boolean> {
  if (index < 0 || index >= count) return false;
  let hash = await sha256(joined([Uint8Array.of(0), entry]));
  let [at, last] = [index, count - 1];
  // the last entry of an odd level is carried up until it has a neighbour
  const carryUp = () => {
    while (at === last && at % 2 === 0 && last > 0) [at, last] = [at / 2, last / 2];
  };
  for (const beside of path) {
    carryUp();
    if (last === 0) return false;
    hash = await sha256(joined([Uint8Array.of(1), ...(at % 2 === 1 ? [beside, hash] : [hash, beside])]));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  carryUp();
  return last === 0 && hash.length === root.length && hash.every((byte, i) => byte === root[i]);
}

import type { ReportProof } from '../../api/types';
import { fromBase64, hex, sha256 } from './canonicalForm';

export type SignedRoot = ReportProof['roots'][number];
type PublicKey = ReportProof['keys'][number];

const numberBytes = 32; // of P-256
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Whether the root was signed by this key, and the key is the one that the root names. */
export async function isSignedBy(root: SignedRoot, key: PublicKey): Promise<boolean> {
  const spki = fromBase64(key.pem.replace(/-----[^-]+-----|\s/g, ''));
  if (hex((await sha256(spki)).subarray(0, 8)) !== root.keyId) return false;
  const published = await crypto.subtle.importKey('spki', spki, ecdsa, false, ['verify']);
  return crypto.subtle.verify(ecdsa, published, rawSignature(fromBase64(root.signature)), statement(root));
}

/** What is signed: five lines that can be read, printed and checked with openssl. */
function statement(root: SignedRoot): Uint8Array<ArrayBuffer> {
  const lines = [
    'kedirilapor root 1',
    `date ${root.date}`,
    `rows ${root.count}`,
    `root ${hex(fromBase64(root.root))}`,
    `previous ${hex(fromBase64(root.previous))}`,
  ];
  return Uint8Array.from(new TextEncoder().encode(lines.map((it) => `${it}\n`).join('')));
}

/** Two numbers in DER, as openssl writes them, as the two plain numbers side by side that WebCrypto reads. */
function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(2 * numberBytes);
  let at = 2; // behind the head of the sequence, whose length is below 128
  for (const end of [numberBytes, 2 * numberBytes]) {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    const number = digits.subarray(Math.max(0, length - numberBytes)); // a leading zero keeps DER numbers positive
    raw.set(number, end - number.length);
    at += 2 + length;
  }
  return raw;
}

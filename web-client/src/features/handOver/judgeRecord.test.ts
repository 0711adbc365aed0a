import { describe, expect, it } from 'vitest';
import { isGenuine } from './judgeRecord';

const text = (value: string) => new TextEncoder().encode(value);
const base64 = (bytes: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const base64url = (bytes: ArrayBuffer | Uint8Array) =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function signed(head: object = { alg: 'ES256', kid: 'a1', typ: 'kedirilapor-hand-over+jws' }) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const pem = `-----BEGIN PUBLIC KEY-----\n${base64(await crypto.subtle.exportKey('spki', pair.publicKey))}\n-----END PUBLIC KEY-----`;
  const content = `${base64url(text(JSON.stringify(head)))}.${base64url(text('{"to":"PLN – Kediri"}'))}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text(content));
  return { jws: `${content}.${base64url(signature)}`, keys: [{ id: 'a1', pem }] };
}

describe('isGenuine', () => {
  it('takes what a published key has signed', async () => {
    const { jws, keys } = await signed();
    expect(await isGenuine(jws, keys)).toBe(true);
  });

  it('refuses a changed byte, another key, and a key that nobody published', async () => {
    const { jws, keys } = await signed();
    const other = await signed();
    const [head, payload = '', signature] = jws.split('.');
    expect(await isGenuine(`${head}.${payload.slice(0, -2)}AA.${signature}`, keys)).toBe(false);
    expect(await isGenuine(jws, other.keys)).toBe(false);
    expect(await isGenuine(jws, [])).toBe(false);
  });

  it('refuses tokens of another kind, and what is none', async () => {
    for (const head of [
      { alg: 'none', kid: 'a1', typ: 'kedirilapor-hand-over+jws' },
      { alg: 'ES256', kid: 'a1', typ: 'JWT' },
    ]) {
      const { jws, keys } = await signed(head);
      expect(await isGenuine(jws, keys)).toBe(false);
    }
    for (const jws of ['', 'a.b', 'a.b.c', `${(await signed()).jws}.x`]) expect(await isGenuine(jws, [])).toBe(false);
  });
});

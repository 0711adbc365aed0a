import { expect, test } from 'vitest';
import { readFilters, toQuery, writeFilters } from './mapFilters';

const inAddress = 'status=routed&status=resolved&jenis=PJU-PADAM&kelurahan=3571010001';

test('The address keeps what is looked for', () => {
  expect(writeFilters(readFilters(new URLSearchParams(inAddress))).toString()).toBe(inAddress);
});

test('What the address does not know is not asked for', () => {
  expect(toQuery(readFilters(new URLSearchParams('status=karangan&halaman=2')))).toEqual({});
});

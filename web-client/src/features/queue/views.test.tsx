// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { renderHook } from '../../test/render';
import { readFilters } from './filters';
import { filtersOf, useViews } from './views';

beforeEach(() => localStorage.clear());

test('A filter is kept on the device under its name, and a second of one name takes its place', () => {
  const hook = renderHook(useViews);
  act(() => hook.current.save('Lampu', readFilters(new URLSearchParams('q=lampu'))));
  act(() => hook.current.save('Lampu', readFilters(new URLSearchParams('q=lampu&status=routed'))));
  const kept = renderHook(useViews).current.views;
  expect(kept.map((it) => [it.name, filtersOf(it).status])).toEqual([['Lampu', ['routed']]]);
  act(() => hook.current.remove('Lampu'));
  expect(renderHook(useViews).current.views).toEqual([]);
});

test.each(['{"a":1}', 'karangan', '[1,{"name":"x"}]'])('What is not ours in its place is no filter: %s', (text) => {
  localStorage.setItem('saringan', text);
  expect(renderHook(useViews).current.views).toEqual([]);
});

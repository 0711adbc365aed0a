import ts from 'typescript';
import { expect, test } from 'vitest';
import { read, sources } from '../test/sources';

const spokenAttributes = new Set(['alt', 'aria-label', 'label', 'placeholder', 'title']);
const words = /\p{L}{2,}/u;

/** Texts that stand in the markup itself instead of coming from the messages. */
function hardcodedTexts(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && words.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      spokenAttributes.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      words.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test('No text is written into the markup', () => {
  const views = sources(/\.tsx$/);
  expect(views.length).toBeGreaterThan(40);
  expect(views.flatMap((path) => hardcodedTexts(path).map((text) => `${path}: ${text}`))).toEqual([]);
}, 30_000); // it reads every view: seconds, where others work too

import { renderToString } from 'preact-render-to-string';
import { Router } from 'wouter';
import { CitizenApp } from './CitizenApp';

/** The home page as HTML, for the build (tools/shells.ts). */
export function renderHome(): string {
  return renderToString(
    <Router ssrPath="/">
      <CitizenApp />
    </Router>,
  );
}

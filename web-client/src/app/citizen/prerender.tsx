import { renderToString } from 'preact-render-to-string';
import { Router } from 'wouter';
import { CitizenApp, Waiting } from './CitizenApp';
import { CitizenShell } from './CitizenShell';

/** The home page as HTML, for the build (tools/shells.ts). */
export function renderHome(): string {
  return renderToString(
    <Router ssrPath="/">
      <CitizenApp />
    </Router>,
  );
}

/** What a page shows while it is on its way, in the frame of all: the same as the app shows then. */
export function renderWaiting(): string {
  return renderToString(
    <Router ssrPath="/lapor">
      <CitizenShell breadth="page">
        <Waiting />
      </CitizenShell>
    </Router>,
  );
}

let saved: string | undefined;

/** A new thing was saved, and its page is about to open: that page says so. */
export function noteSaved(draftKey: string): void {
  saved = draftKey;
}

/** True once for the page of what was just saved. */
export function takeSaved(draftKey: string): boolean {
  const isIt = saved === draftKey;
  saved = undefined;
  return isIt;
}

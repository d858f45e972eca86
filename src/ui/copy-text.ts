/** `by-hand`: the browser refused both ways, the person has to press the keys. */
export type CopyOutcome = 'copied' | 'by-hand';

export type Clipboards = {
  /** Undefined on plain-http pages. */
  readonly modern: (Pick<Clipboard, 'writeText'> & Partial<Pick<Clipboard, 'write'>>) | undefined;
  readonly old: (text: string) => boolean;
};

/** Puts text on the clipboard and says what came of it. Never says `copied` before the browser has. */
export async function copyText(text: string, { modern, old }: Clipboards): Promise<CopyOutcome> {
  const written = modern?.writeText(text).then(
    () => true,
    () => false,
  );
  if (await written) return 'copied';
  return old(text) ? 'copied' : 'by-hand';
}

/** Puts text on the clipboard together with its rich form; the text alone where the browser takes no rich one. */
export async function copyRichText(text: string, html: string, clipboards: Clipboards): Promise<CopyOutcome> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await clipboards.modern?.write?.([item]);
    if (clipboards.modern?.write !== undefined) return 'copied';
  } catch {
    // No rich clipboard, or not allowed: the plain way says more.
  }
  return copyText(text, clipboards);
}

/** What this page has to offer. */
export const pageClipboards = (): Clipboards => ({
  modern: navigator.clipboard as Clipboard | undefined,
  old: copyThroughSelection,
});

function copyThroughSelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false; // Some browsers throw where others answer false.
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

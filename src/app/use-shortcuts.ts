import { useEffect, useRef } from 'react';

/** Runs what stands under `enter` and `s` while Ctrl or ⌘ is held. */
export function useShortcuts(shortcuts: {
  readonly enter?: (() => void) | undefined;
  readonly s?: (() => void) | undefined;
}): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const run =
        event.key === 'Enter' ? latest.current.enter : event.key.toLowerCase() === 's' ? latest.current.s : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

import type { ReactNode } from 'react';

/** Questions that an answer above brings up. Their own answers stay when they go. */
export function Reveal({ shown, children }: { shown: boolean; children: ReactNode }) {
  return shown ? <div className="grid gap-7 border-s-4 border-line ps-5">{children}</div> : null;
}

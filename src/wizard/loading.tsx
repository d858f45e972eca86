import { NotLoaded } from '#ui/not-loaded.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { useWizardWorld } from './wizard-world.ts';

/** Stands in for a list that is not there yet, or could not be loaded. */
export function Loading({ what }: { what: string }) {
  const { failed } = useWizardWorld();
  return failed === undefined ? <StatusLine state="working">Loading {what}</StatusLine> : <NotLoaded {...failed} />;
}

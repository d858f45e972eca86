import { Button } from './button.tsx';
import { StatusLine } from './status-line.tsx';

/** What could not be loaded, in a sentence, and how to try again. */
export type NotLoadedYet = { readonly says: string; readonly retry: () => void };

/** The fourth state of everything that comes over the network. */
export function NotLoaded({ says, retry }: NotLoadedYet) {
  return (
    <StatusLine state="failed" action={<Button onClick={retry}>Try again</Button>}>
      {says}
    </StatusLine>
  );
}

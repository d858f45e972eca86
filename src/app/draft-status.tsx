import { useWatch } from 'react-hook-form';
import { anyAnswered } from '#model/read-answers.ts';
import { Button } from '#ui/button.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { savedWhen } from './draft-title.ts';
import type { Keeping } from './use-draft.ts';

/** Whether the answers are kept, and a way to be rid of them. */
export function DraftStatus({ keeping, onClear }: { keeping: Keeping; onClear: () => void }) {
  const answers = useWatch();
  const clear = anyAnswered(answers) ? (
    <Button look="text" onClick={onClear}>
      Clear my answers
    </Button>
  ) : undefined;

  switch (keeping.state) {
    case 'nothing yet':
      return <StatusLine state="idle" action={clear} />;
    case 'saved':
      return (
        <StatusLine state="done" action={clear}>
          Saved in this browser · {savedWhen(keeping.kept ?? '')}
        </StatusLine>
      );
    case 'full':
    case 'denied':
      return (
        <StatusLine state="failed" action={clear}>
          Not saved
        </StatusLine>
      );
  }
}

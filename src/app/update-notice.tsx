import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { takeNewer, usePageKept } from './service-worker-client.ts';

/** Says that a newer version is there. The page is never loaded anew over somebody's answers by itself. */
export function UpdateNotice({ answersKept }: { answersKept: boolean }) {
  const { newer } = usePageKept();
  const [later, setLater] = useState<typeof newer>();
  if (newer === undefined || newer === later) return null;

  return (
    <Notice
      tone="note"
      word="Update available"
      title="A newer version of this page is ready"
      live="polite"
      actions={
        <>
          <Button onClick={takeNewer}>Reload</Button>
          <Button look="text" onClick={() => setLater(newer)}>
            Later
          </Button>
        </>
      }
    >
      {answersKept
        ? 'Your answers stay as they are.'
        : 'This browser does not keep your answers: download the runbook before you reload.'}
    </Notice>
  );
}

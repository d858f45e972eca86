import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';

type FaultScreenProps = {
  problem: Error;
  /** The answers as text, to be kept elsewhere. */
  answers: string;
  onRetry: () => void;
};

/** Our own mistake: what happened, and the answers, which are not lost. */
export function FaultScreen({ problem, answers, onRetry }: FaultScreenProps) {
  return (
    <Notice
      tone="danger"
      word="Our mistake"
      title="This part of the page broke. Your answers are kept."
      live="assertive"
      actions={
        <>
          <Button onClick={onRetry}>Try again</Button>
          <CopyButton label="Copy my answers" text={answers} done="Answers copied" />
        </>
      }
    >
      <p>What it said: {problem.message}</p>
      <p>Changing the last answer may help. The copied answers are JSON, and the start page opens them again.</p>
    </Notice>
  );
}

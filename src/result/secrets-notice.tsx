import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** One answer that holds something secret. */
export type SecretPlace = {
  readonly path: string;
  readonly label: string;
  readonly kinds: string;
  readonly href: string;
};

type SecretsNoticeProps = { word: string; title: string; places: readonly SecretPlace[]; onMask: () => void };

/** What must not leave with what is copied and shared. */
export function SecretsNotice({ word, title, places, onMask }: SecretsNoticeProps) {
  if (places.length === 0) return null;
  return (
    <Notice
      tone="danger"
      word={word}
      title={title}
      live="polite"
      actions={<Button onClick={onMask}>Mask it in the answers</Button>}
    >
      <ul className="grid gap-1">
        {places.map(({ path, label, kinds, href }) => (
          <li key={path}>
            <a href={href}>{label}</a>: {kinds}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

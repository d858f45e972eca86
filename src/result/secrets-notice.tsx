import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** One answer that holds something secret. */
export type SecretPlace = {
  readonly path: string;
  readonly label: string;
  readonly kinds: string;
  readonly href: string;
};

type SecretsNoticeProps = { places: readonly SecretPlace[]; onMask: () => void };

/** Stands before everything that can be copied: what must not leave with it. */
export function SecretsNotice({ places, onMask }: SecretsNoticeProps) {
  if (places.length === 0) return null;
  return (
    <Notice
      tone="danger"
      word="Before you copy"
      title="The answers hold what looks like a secret"
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

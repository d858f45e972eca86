import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Look = 'primary' | 'quiet' | 'danger' | 'text';

const looks: Record<Look, string> = {
  primary: 'min-h-11 px-5 bg-accent text-on-accent font-semibold border-transparent hover:bg-accent-strong shadow-lift',
  quiet:
    'min-h-9 px-3.5 bg-raised text-ink font-medium border-control hover:border-ink hover:bg-sunken pointer-coarse:min-h-11',
  danger:
    'min-h-9 px-3.5 bg-danger text-on-danger font-semibold border-transparent hover:bg-danger-strong pointer-coarse:min-h-11',
  text: 'min-h-6 px-0.5 text-accent font-medium border-transparent underline underline-offset-4 decoration-1 hover:text-accent-strong hover:decoration-2 pointer-coarse:min-h-11',
};

const shape = 'inline-flex items-center justify-center gap-2 rounded-md border text-start leading-tight print:hidden';

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  look?: Look;
  icon?: IconName;
  /** At work: says so and ignores presses, but keeps its focus and its place. */
  busy?: boolean;
};

/** A thing to press. There is no disabled button here: say what is missing instead. */
export function Button({
  look = 'quiet',
  icon,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...button
}: ButtonProps) {
  return (
    <button
      {...button}
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${shape} ${looks[look]} aria-disabled:cursor-progress aria-disabled:opacity-80`}
    >
      {busy ? <Spinner /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = Omit<ComponentProps<'a'>, 'className' | 'href'> & {
  href: string;
  look?: Look;
  icon?: IconName;
};

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ look = 'quiet', icon, children, ...link }: ButtonLinkProps) {
  return (
    <a {...link} className={`${shape} ${looks[look]}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent motion-reduce:animate-none"
    />
  );
}

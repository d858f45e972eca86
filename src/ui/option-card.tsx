import type { Option } from './option.ts';

type OptionCardProps = {
  id: string;
  kind: 'radio' | 'checkbox';
  look: 'cards' | 'pills';
  name: string;
  option: Option;
  chosen: boolean;
  onChoose: () => void;
};

const surface =
  'relative border border-line bg-raised hover:border-control ' +
  'has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ' +
  'forced-colors:has-checked:border-[Highlight]';

const looks = {
  cards: 'flex gap-2 rounded-lg px-2.5 py-3',
  pills: 'flex min-h-9 items-center gap-2 rounded-full ps-2.5 pe-4 pointer-coarse:min-h-11',
};

/** One answer. The whole surface can be pressed; only the label is its name, the hint is a description. */
export function OptionCard({ id, kind, look, name, option, chosen, onChoose }: OptionCardProps) {
  const hinted = look === 'cards' && Boolean(option.hint);

  return (
    <div className={`${surface} ${looks[look]}`}>
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={chosen}
        onChange={onChoose}
        aria-describedby={hinted ? `${id}-hint` : undefined}
        className={`relative z-1 outline-none ${look === 'cards' ? 'mt-0.5' : ''}`}
      />
      <div className="min-w-0">
        <label
          htmlFor={id}
          className="block font-medium leading-6 after:absolute after:inset-0 after:rounded-[inherit]"
        >
          {option.label}
        </label>
        {hinted ? (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {option.hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

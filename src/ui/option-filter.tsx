import { useId } from 'react';
import { Button } from './button.tsx';
import { controlClasses } from './control-classes.ts';
import { Icon } from './icon.tsx';

type OptionFilterProps = {
  legend: string;
  asked: string;
  onAsk: (asked: string) => void;
  shown: number;
  all: number;
};

/** Shortens a long list of answers. Enter does not send the form, Escape clears. */
export function OptionFilter({ legend, asked, onAsk, shown, all }: OptionFilterProps) {
  const id = useId();

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 print:hidden">
      <div className="relative w-full max-w-72">
        <label htmlFor={id} className="sr-only">
          Filter: {legend}
        </label>
        <Icon name="search" className="absolute start-3 top-3.5 size-4 text-muted" />
        <input
          id={id}
          type="search"
          value={asked}
          placeholder="Type to filter"
          autoComplete="off"
          onChange={(event) => onAsk(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape') onAsk('');
          }}
          className={`${controlClasses} appearance-none ps-9`}
        />
      </div>
      <p role="status" className="text-sm text-muted">
        {asked.trim() === '' ? `${all} to choose from` : `${shown} of ${all} shown`}
      </p>
      {asked === '' ? null : (
        <Button look="text" onClick={() => onAsk('')}>
          Show all
        </Button>
      )}
    </div>
  );
}
